import { decimal, dividedBy, exactText, times, whole } from '../money/rational.ts'
import type { OcpiTariff, PriceComponent, TariffElement } from './ocpi-tariff.ts'
import type { TariffVersionWords } from './tariff.ts'

/** What all templates ask for: how prices are meant, and the tax. */
export interface TemplateTerms {
  readonly currency: string
  readonly taxIncluded: boolean
  readonly vatPct: number
}

/** Tariffs that people ask for, by a few figures; prices in major units, times of day as HH:MM. */
export type TariffTemplate = TemplateTerms &
  (
    | { readonly kind: 'perKwh'; readonly perKwh: number }
    | { readonly kind: 'perKwhAndMinute'; readonly perKwh: number; readonly perMinute: number }
    | { readonly kind: 'perMinute'; readonly perMinute: number }
    | {
        readonly kind: 'dayNight'
        readonly dayPerKwh: number
        readonly nightPerKwh: number
        readonly dayFrom: string
        readonly dayUntil: string
      }
    | {
        readonly kind: 'idleFee'
        readonly perKwh: number
        readonly idlePerMinute: number
        readonly idleGraceMin: number
      }
    | { readonly kind: 'flat'; readonly perSession: number }
    | { readonly kind: 'free' }
    | {
        readonly kind: 'reservation'
        readonly perKwh: number
        readonly reservationFee: number
        readonly reservedPerHour: number
        readonly noShowFee: number
      }
  )
export type TemplateKind = TariffTemplate['kind']

export const templateKinds = [
  'perKwh',
  'perKwhAndMinute',
  'perMinute',
  'dayNight',
  'idleFee',
  'flat',
  'free',
  'reservation',
] as const satisfies readonly TemplateKind[]

/** Energy by the Wh, time by the begun minute. */
const STEP = { ENERGY: 1, TIME: 60, PARKING_TIME: 60, FLAT: 1 } as const

/** The tariff of a template. */
export function tariffOfTemplate(template: TariffTemplate): TariffVersionWords {
  const { currency, taxIncluded } = template
  return {
    ocpi: {
      currency,
      elements: elementsOf(template),
      tax_included: taxIncluded ? 'YES' : 'NO',
    },
    idleGraceMin: template.kind === 'idleFee' ? template.idleGraceMin : 0,
  }
}

function elementsOf(template: TariffTemplate): TariffElement[] {
  const { vatPct } = template
  const priced = (type: PriceComponent['type'], price: number): PriceComponent => ({
    type,
    price,
    vat: vatPct,
    step_size: STEP[type],
  })
  switch (template.kind) {
    case 'perKwh':
      return [{ price_components: [priced('ENERGY', template.perKwh)] }]
    case 'perKwhAndMinute': {
      const perHour = hourly(template.perMinute)
      return [
        {
          price_components: [
            priced('ENERGY', template.perKwh),
            priced('TIME', perHour),
            priced('PARKING_TIME', perHour),
          ],
        },
      ]
    }
    case 'perMinute': {
      const perHour = hourly(template.perMinute)
      return [{ price_components: [priced('TIME', perHour), priced('PARKING_TIME', perHour)] }]
    }
    case 'dayNight':
      return [
        {
          price_components: [priced('ENERGY', template.dayPerKwh)],
          restrictions: { start_time: template.dayFrom, end_time: template.dayUntil },
        },
        { price_components: [priced('ENERGY', template.nightPerKwh)] },
      ]
    case 'idleFee':
      return [
        {
          price_components: [
            priced('ENERGY', template.perKwh),
            priced('PARKING_TIME', hourly(template.idlePerMinute)),
          ],
        },
      ]
    case 'flat':
      return [{ price_components: [priced('FLAT', template.perSession)] }]
    case 'free':
      return [{ price_components: [priced('FLAT', 0)] }]
    case 'reservation': {
      const { reservationFee, reservedPerHour, noShowFee } = template
      const perHour = reservedPerHour > 0 ? [priced('TIME', reservedPerHour)] : []
      const noShow: TariffElement = {
        price_components: [priced('FLAT', noShowFee)],
        restrictions: { reservation: 'RESERVATION_EXPIRES' },
      }
      return [
        ...(noShowFee > 0 ? [noShow] : []),
        {
          price_components: [priced('FLAT', reservationFee), ...perHour],
          restrictions: { reservation: 'RESERVATION' },
        },
        { price_components: [priced('ENERGY', template.perKwh)] },
      ]
    }
  }
}

/** Which template a tariff is, with its figures; null when it is none, so that it is edited element by element. */
export function templateOf({ ocpi, idleGraceMin }: TariffVersionWords): TariffTemplate | null {
  if (ocpi.tax_included === 'N/A') return null
  const components = ocpi.elements.flatMap(({ price_components }) => price_components)
  const vatPct = components[0]?.vat
  if (vatPct === undefined) return null
  const terms = { currency: ocpi.currency, taxIncluded: ocpi.tax_included === 'YES', vatPct }
  const found = templateKinds
    .map((kind) => guess(kind, terms, ocpi, idleGraceMin))
    .find((template) => template !== null && isTariffOf(template, ocpi, idleGraceMin))
  return found ?? null
}

/** The figures that the tariff would have if it were that template; whether it is one is another question. */
function guess(
  kind: TemplateKind,
  terms: TemplateTerms,
  { elements }: OcpiTariff,
  idleGraceMin: number,
): TariffTemplate | null {
  const price = (type: PriceComponent['type'], element = 0) =>
    elements[element]?.price_components.find((component) => component.type === type)?.price ?? 0
  const perKwh = price('ENERGY')
  switch (kind) {
    case 'perKwh':
      return { kind, ...terms, perKwh }
    case 'perKwhAndMinute':
    case 'perMinute': {
      const perMinute = minutely(price('TIME'))
      if (perMinute === null) return null
      return kind === 'perMinute'
        ? { kind, ...terms, perMinute }
        : { kind, ...terms, perKwh, perMinute }
    }
    case 'dayNight': {
      const { start_time: dayFrom, end_time: dayUntil } = elements[0]?.restrictions ?? {}
      if (dayFrom === undefined || dayUntil === undefined) return null
      const nightPerKwh = price('ENERGY', 1)
      return { kind, ...terms, dayPerKwh: perKwh, nightPerKwh, dayFrom, dayUntil }
    }
    case 'idleFee': {
      const idlePerMinute = minutely(price('PARKING_TIME'))
      return idlePerMinute === null ? null : { kind, ...terms, perKwh, idlePerMinute, idleGraceMin }
    }
    case 'flat':
      return price('FLAT') === 0 ? null : { kind, ...terms, perSession: price('FLAT') }
    case 'free':
      return { kind, ...terms }
    case 'reservation': {
      const at = (only: 'RESERVATION' | 'RESERVATION_EXPIRES' | undefined) =>
        elements.findIndex(({ restrictions }) => restrictions?.reservation === only)
      return {
        kind,
        ...terms,
        perKwh: price('ENERGY', at(undefined)),
        reservationFee: price('FLAT', at('RESERVATION')),
        reservedPerHour: price('TIME', at('RESERVATION')),
        noShowFee: price('FLAT', at('RESERVATION_EXPIRES')),
      }
    }
  }
}

function isTariffOf(template: TariffTemplate, ocpi: OcpiTariff, idleGraceMin: number): boolean {
  const made = tariffOfTemplate(template)
  return made.idleGraceMin === idleGraceMin && sorted(made.ocpi) === sorted(prices(ocpi))
}

/** What makes a price; the words and pictures around it are no matter. */
function prices({
  currency,
  elements,
  tax_included,
  min_price,
  max_price,
  preauthorize_amount,
}: OcpiTariff) {
  return { currency, elements, tax_included, min_price, max_price, preauthorize_amount }
}

function sorted(written: unknown): string {
  return JSON.stringify(written, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : value,
  )
}

const SIXTY = whole(60)

/** An hour's price of a minute's, exactly: OCPI has time by the hour. */
export function hourly(perMinute: number): number {
  const read = decimal(perMinute)
  return read === null ? perMinute * 60 : Number(exactText(times(read, SIXTY)))
}

/** A minute's price of an hour's; null when it is no decimal of at most six digits. */
export function minutely(perHour: number): number | null {
  const read = decimal(perHour)
  if (read === null) return null
  const text = exactText(dividedBy(read, SIXTY))
  return /^\d+(\.\d{1,6})?$/.test(text) ? Number(text) : null
}
