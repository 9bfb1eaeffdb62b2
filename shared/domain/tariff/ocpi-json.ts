import { decimal, exactText } from '../money/rational.ts'
import { type Instant, toIso } from '../../time/instant.ts'
import { beforeTax } from './exact-line.ts'
import { instantOf, type OcpiTariff, type PriceComponent, type PriceLimit } from './ocpi-tariff.ts'
import { graceOfNotes, graceNotes } from './grace-note.ts'
import { readTariff, type TariffProblem } from './read-tariff.ts'
import type { TariffVersion, TariffVersionWords } from './tariff.ts'
import { pricesOnly } from './version.ts'

export const ocpiVersions = ['2.3', '2.2.1'] as const
export type OcpiVersion = (typeof ocpiVersions)[number]

/** A tariff as it came from outside. */
export interface ImportedTariff extends TariffVersionWords {
  /** Null where the object doesn't say: from now on, until further notice. */
  readonly validFrom: Instant | null
  readonly validUntil: Instant | null
}

/** Reads an OCPI tariff object of 2.2.1 or 2.3, or says all that is wrong with it, where, and what to do. */
export function importOcpi(
  written: unknown,
): { readonly imported: ImportedTariff } | { readonly problems: readonly TariffProblem[] } {
  const read = readTariff(written)
  if ('problems' in read) return read
  const { start_date_time: from, end_date_time: until, tariff_alt_text } = read.tariff
  const { others, idleGraceMin } = graceOfNotes(tariff_alt_text ?? [])
  const { tariff_alt_text: _notes, ...ocpi } = pricesOnly(read.tariff)
  return {
    imported: {
      ocpi: { ...ocpi, ...(others.length > 0 && { tariff_alt_text: others }) },
      idleGraceMin,
      validFrom: from === undefined ? null : instantOf(from),
      validUntil: until === undefined ? null : instantOf(until),
    },
  }
}

/** Who sends a tariff; OCPI wants it in every object. */
export interface OcpiParty {
  readonly countryCode: string
  readonly partyId: string
}

/**
 * The OCPI tariff object of a version. The grace goes with it as a note, since OCPI has no field for it. 2.2.1 knows
 * only prices before tax: prices with the tax in them are taken apart where that can be done exactly, with four
 * decimals, and otherwise it says which can't.
 */
export function exportOcpi(
  version: TariffVersion,
  as: OcpiVersion,
  party: OcpiParty,
): { readonly json: object } | { readonly problems: readonly TariffProblem[] } {
  const { ocpi, idleGraceMin, validFrom, validUntil, createdAt, tariffId } = version
  const notes = [...(ocpi.tariff_alt_text ?? []), ...graceNotes(idleGraceMin)]
  const tariff: OcpiTariff = {
    country_code: party.countryCode,
    party_id: party.partyId,
    ...pricesOnly(ocpi),
    id: tariffId,
    ...(notes.length > 0 && { tariff_alt_text: notes }),
    start_date_time: toIso(validFrom),
    ...(validUntil !== null && { end_date_time: toIso(validUntil) }),
    last_updated: toIso(createdAt),
  }
  return as === '2.3' ? { json: tariff } : asV221(tariff)
}

function asV221(
  tariff: OcpiTariff,
): { readonly json: object } | { readonly problems: readonly TariffProblem[] } {
  const { tax_included, preauthorize_amount: _hold, min_price, max_price, ...rest } = tariff
  const problems: TariffProblem[] = []
  const elements = rest.elements.map(({ price_components, ...element }, at) => ({
    ...element,
    price_components: price_components.map((component, index) => {
      const price = tax_included === 'YES' ? priceBeforeTax(component) : component.price
      if (price === null)
        problems.push({
          path: `elements[${at}].price_components[${index}].price`,
          message: `OCPI 2.2.1 knows only prices before tax, and ${component.price} with ${component.vat ?? 0} % in it has none of at most four decimals. Export it as 2.3, or give the price before tax.`,
        })
      return { ...component, price: price ?? component.price }
    }),
  }))
  if (problems.length > 0) return { problems }
  return {
    json: {
      ...rest,
      elements,
      ...(min_price && { min_price: limitAsV221(min_price) }),
      ...(max_price && { max_price: limitAsV221(max_price) }),
    },
  }
}

function limitAsV221({ before_taxes, after_taxes }: PriceLimit): object {
  return {
    excl_vat: before_taxes,
    ...(after_taxes !== undefined && { incl_vat: after_taxes }),
  }
}

/** Null when it isn't a decimal of at most four digits behind the sign. */
function priceBeforeTax({ price, vat = 0 }: PriceComponent): number | null {
  const [full, rate] = [decimal(price), decimal(vat)]
  if (full === null || rate === null) return null
  const text = exactText(beforeTax(full, rate))
  return /^\d+(\.\d{1,4})?$/.test(text) ? Number(text) : null
}
