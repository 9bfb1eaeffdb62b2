import { z } from 'zod'
import type { Instant } from '../../time/instant.ts'
import { currencyCode } from '../money/currency-code.ts'
import { asV23 } from './ocpi-version.ts'
import { restrictions } from './restrictions.ts'
import { asTold, price, sentence, unknownFields } from './sentence.ts'

export const tariffDimension = z.enum(
  ['ENERGY', 'FLAT', 'PARKING_TIME', 'TIME'],
  sentence('Give one of ENERGY, FLAT, PARKING_TIME and TIME.'),
)
export type TariffDimension = z.infer<typeof tariffDimension>

/** What a dimension costs: major units for a kWh, an hour or once. */
export const priceComponent = z.strictObject(
  {
    type: tariffDimension,
    price,
    vat: z
      .number(sentence('Give the VAT in percent, such as 25; leave it out where none applies.'))
      .min(0, 'VAT can’t be below 0 %.')
      .max(100, 'VAT can’t be above 100 %.')
      .optional(),
    step_size: z
      .int(sentence('Give a whole number: of Wh for ENERGY, of seconds for time; 1 for FLAT.'))
      .min(0, 'Give 1 or more; 0 is billed as it was measured.')
      .max(1_000_000_000, 'Give at most 1000000000.'),
  },
  unknownFields,
)
export type PriceComponent = z.infer<typeof priceComponent>

export const tariffElement = z
  .strictObject(
    {
      price_components: z
        .array(priceComponent, sentence('List the price components.'))
        .min(1, 'Give at least one price component, or leave the element out.')
        .max(4, 'Give each dimension once.'),
      restrictions: restrictions.optional(),
    },
    unknownFields,
  )
  .superRefine(({ price_components: components, restrictions: only }, context) => {
    components.forEach(({ type }, index) => {
      const path = ['price_components', index, 'type']
      if (components.findIndex((other) => other.type === type) !== index)
        context.addIssue(
          asTold(
            `${type} is priced twice in this element; move one to an element of its own.`,
            path,
          ),
        )
      if (only?.reservation !== undefined && type !== 'FLAT' && type !== 'TIME')
        context.addIssue(
          asTold('A reservation has only FLAT and TIME; move this to an element without it.', path),
        )
    })
  })
export type TariffElement = z.infer<typeof tariffElement>

/** The least or the most that a session costs, major units. */
export const priceLimit = z
  .strictObject({ before_taxes: price, after_taxes: price.optional() }, unknownFields)
  .refine(
    ({ before_taxes, after_taxes }) => after_taxes === undefined || after_taxes >= before_taxes,
    asTold('With taxes it can’t be less than without; raise it.', ['after_taxes']),
  )
export type PriceLimit = z.infer<typeof priceLimit>

const moment = z
  .string(sentence('Give a time in UTC, such as 2026-06-01T00:00:00Z.'))
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z?$/,
    'Give a time in UTC, such as 2026-06-01T00:00:00Z.',
  )
const text = (most: number) =>
  z.string(sentence('Give a text.')).max(most, `Give at most ${most} characters.`)

/** A tariff as OCPI 2.3 writes it, after `asV23`; what only others use is kept as it came. */
export const tariffShape = z
  .strictObject(
    {
      country_code: text(2).optional(),
      party_id: text(3).optional(),
      id: text(36).optional(),
      currency: currencyCode,
      type: z
        .enum(
          ['AD_HOC_PAYMENT', 'PROFILE_CHEAP', 'PROFILE_FAST', 'PROFILE_GREEN', 'REGULAR'],
          sentence(
            'Give one of AD_HOC_PAYMENT, PROFILE_CHEAP, PROFILE_FAST, PROFILE_GREEN, REGULAR.',
          ),
        )
        .optional(),
      tariff_alt_text: z
        .array(
          z.strictObject({ language: text(2), text: text(512) }, unknownFields),
          sentence('List the texts.'),
        )
        .optional(),
      tariff_alt_url: text(255).optional(),
      min_price: priceLimit.optional(),
      max_price: priceLimit.optional(),
      preauthorize_amount: price.optional(),
      elements: z
        .array(tariffElement, sentence('List the tariff’s elements.'))
        .min(1, 'Give at least one element; a free tariff has one with a FLAT of 0.')
        .max(200, 'Give at most 200 elements.'),
      tax_included: z.enum(['YES', 'NO', 'N/A'], sentence('Give one of YES, NO and N/A.')),
      start_date_time: moment.optional(),
      end_date_time: moment.optional(),
      energy_mix: z.looseObject({}, sentence('Give an object.')).optional(),
      last_updated: moment.optional(),
    },
    unknownFields,
  )
  .superRefine((tariff, context) => {
    for (const [path, told] of contradictions(tariff)) context.addIssue(asTold(told, path))
  })
export type OcpiTariff = z.infer<typeof tariffShape>

/** A tariff as OCPI 2.2.1 or 2.3 writes it, read as the latter. */
export const ocpiTariff = z.preprocess(asV23, tariffShape)

type Contradiction = [path: (string | number)[], told: string]

function contradictions(tariff: {
  readonly min_price?: PriceLimit | undefined
  readonly max_price?: PriceLimit | undefined
  readonly tax_included: 'YES' | 'NO' | 'N/A'
  readonly elements: readonly TariffElement[]
  readonly start_date_time?: string | undefined
  readonly end_date_time?: string | undefined
}): Contradiction[] {
  const { min_price: least, max_price: most, start_date_time: from, end_date_time: until } = tariff
  const found: Contradiction[] = []
  for (const side of ['before_taxes', 'after_taxes'] as const) {
    const [low, high] = [least?.[side], most?.[side]]
    if (low !== undefined && high !== undefined && low > high)
      found.push([['max_price', side], 'The most is less than min_price; raise it.'])
  }
  if (from !== undefined && until !== undefined && instantOf(until) <= instantOf(from))
    found.push([['end_date_time'], 'It ends before it begins; give a later end.'])
  if (tariff.tax_included !== 'N/A') return found
  tariff.elements.forEach(({ price_components }, element) =>
    price_components.forEach(({ vat = 0 }, component) => {
      if (vat !== 0)
        found.push([
          ['elements', element, 'price_components', component, 'vat'],
          'tax_included says that no tax applies; leave the VAT out, or say YES or NO.',
        ])
    }),
  )
  for (const [name, limit] of [
    ['min_price', least],
    ['max_price', most],
  ] as const)
    if (limit?.after_taxes !== undefined && limit.after_taxes !== limit.before_taxes)
      found.push([
        [name, 'after_taxes'],
        'tax_included says that no tax applies; leave this out, or say YES or NO.',
      ])
  return found
}

/** OCPI's times are UTC, with or without the Z. */
export function instantOf(written: string): Instant {
  return Date.parse(written.endsWith('Z') ? written : `${written}Z`)
}
