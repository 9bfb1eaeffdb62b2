import { z } from 'zod'
import { compare, decimal, exactText, ZERO } from '../money/rational.ts'
import { type OcpiTariff, type PriceComponent, priceLimit } from './ocpi-tariff.ts'
import { type Restrictions, WEEKDAYS } from './restrictions.ts'
import type { TariffVersionWords } from './tariff.ts'
import { minutely } from './templates.ts'

/**
 * What a price is for: energy; a minute that charges, that parks, that is connected (both cost the same); a session; a
 * reservation's time and the fee for it; the time and the fee of one that expires.
 */
export const phraseOf = z.enum([
  'energy',
  'charging',
  'parking',
  'connected',
  'session',
  'reservedTime',
  'reservation',
  'expiredTime',
  'noShow',
])
export type PhraseOf = z.infer<typeof phraseOf>

/** When a price counts. A bound that isn't there is null; a lower one is included, an upper one isn't. */
export const onlyWhen = z.discriminatedUnion('when', [
  z.object({ when: z.literal('times'), from: z.string(), until: z.string() }),
  z.object({ when: z.literal('days'), weekdays: z.array(z.int()).describe('ISO 8601') }),
  z.object({
    when: z.literal('dates'),
    from: z.string().nullable(),
    until: z.string().nullable(),
  }),
  z.object({
    when: z.enum(['kWh', 'kW', 'A', 'seconds']),
    from: z.number().nullable(),
    until: z.number().nullable(),
  }),
])
export type OnlyWhen = z.infer<typeof onlyWhen>

/** One price, to be told in one line. */
export const pricePhrase = z.object({
  of: phraseOf,
  price: z.string().describe('Major units, a decimal'),
  per: z.enum(['kWh', 'minute', 'hour', 'once']),
  only: z.array(onlyWhen).describe('All of it has to hold; empty: always'),
  otherwise: z
    .boolean()
    .describe('Prices of the same before it count where they hold, and this one elsewhere'),
  step: z
    .int()
    .describe('What is begun is counted whole: so many Wh or seconds; 0 and 1 as measured'),
})
export type PricePhrase = z.infer<typeof pricePhrase>

/** A tariff's price as it is told to people, in the order of AFIR, article 5(4): kWh, minute, session, other. */
export const tariffWords = z.object({
  currency: z.string(),
  tax: z
    .enum(['included', 'excluded', 'none'])
    .describe('Whether the prices have the tax in them; `none` where no tax applies'),
  ratesPct: z.array(z.number()).describe('The rates of VAT in it, the lowest first'),
  phrases: z.array(pricePhrase),
  free: z.boolean().describe('Nothing in it costs anything'),
  least: priceLimit.nullable(),
  most: priceLimit.nullable(),
  idleGraceMin: z.int(),
})
export type TariffWords = z.infer<typeof tariffWords>

const TAX = { YES: 'included', NO: 'excluded', 'N/A': 'none' } as const

const ORDER: readonly PhraseOf[] = [
  'energy',
  'connected',
  'charging',
  'parking',
  'session',
  'reservation',
  'reservedTime',
  'noShow',
  'expiredTime',
]

/** Where nothing is to be paid for these, nobody asks. */
const OF_RESERVATION: ReadonlySet<PhraseOf> = new Set([
  'reservation',
  'reservedTime',
  'noShow',
  'expiredTime',
])

/** A tariff's price in words, yet in no language: the window writes it. */
export function wordsOf({ ocpi, idleGraceMin }: TariffVersionWords): TariffWords {
  const phrases = joined(phrasesOf(ocpi))
  const rates = ocpi.elements.flatMap(({ price_components }) =>
    price_components.map(({ vat = 0 }) => vat),
  )
  const costs = new Set(phrases.flatMap(({ of, price }) => (isFree(price) ? [] : [of])))
  const told = phrases.filter(({ of }) => costs.has(of) || !OF_RESERVATION.has(of))
  return {
    currency: ocpi.currency,
    tax: TAX[ocpi.tax_included],
    ratesPct: [...new Set(rates)].toSorted((one, other) => one - other),
    phrases: ORDER.flatMap((of) => told.filter((phrase) => phrase.of === of)),
    free: phrases.every(({ price }) => isFree(price)),
    least: ocpi.min_price ?? null,
    most: ocpi.max_price ?? null,
    idleGraceMin,
  }
}

/** In the tariff's order; what stands behind a price without a condition never counts, and isn't told. */
function phrasesOf({ elements }: OcpiTariff): PricePhrase[] {
  const phrases: PricePhrase[] = []
  for (const { price_components, restrictions = {} } of elements)
    for (const component of price_components) {
      const of = subjectOf(component.type, restrictions.reservation)
      const before = phrases.filter((phrase) => phrase.of === of)
      if (before.some(({ only }) => only.length === 0)) continue
      phrases.push({
        of,
        ...amountOf(component),
        only: conditionsOf(restrictions),
        otherwise: before.length > 0,
        step: component.step_size,
      })
    }
  return phrases
}

/** Charging and parking minutes that cost the same at the same times are told as one. */
function joined(phrases: readonly PricePhrase[]): PricePhrase[] {
  const as = (of: PhraseOf) =>
    JSON.stringify(
      phrases.filter((phrase) => phrase.of === of).map((phrase) => ({ ...phrase, of: '' })),
    )
  if (as('charging') !== as('parking') || as('charging') === '[]') return [...phrases]
  return phrases.flatMap((phrase) => {
    if (phrase.of === 'parking') return []
    return phrase.of === 'charging' ? [{ ...phrase, of: 'connected' as const }] : [phrase]
  })
}

function subjectOf(
  type: PriceComponent['type'],
  reservation: Restrictions['reservation'],
): PhraseOf {
  if (reservation === 'RESERVATION_EXPIRES') return type === 'FLAT' ? 'noShow' : 'expiredTime'
  if (reservation === 'RESERVATION') return type === 'FLAT' ? 'reservation' : 'reservedTime'
  const subjects = {
    ENERGY: 'energy',
    TIME: 'charging',
    PARKING_TIME: 'parking',
    FLAT: 'session',
  } as const
  return subjects[type]
}

/** By the minute where that is a short decimal, as AFIR has it; OCPI has it by the hour. */
function amountOf({ type, price }: PriceComponent): Pick<PricePhrase, 'price' | 'per'> {
  if (type === 'ENERGY') return { price: text(price), per: 'kWh' }
  if (type === 'FLAT') return { price: text(price), per: 'once' }
  const perMinute = minutely(price)
  return perMinute === null
    ? { price: text(price), per: 'hour' }
    : { price: text(perMinute), per: 'minute' }
}

function text(price: number): string {
  return exactText(decimal(price) ?? ZERO)
}

function isFree(price: string): boolean {
  return compare(decimal(price) ?? ZERO, ZERO) === 0
}

function conditionsOf(only: Restrictions): OnlyWhen[] {
  const found: OnlyWhen[] = []
  const { start_time: from = '00:00', end_time: until = '00:00', day_of_week: days = [] } = only
  if (days.length > 0 && days.length < 7) {
    const weekdays = WEEKDAYS.flatMap((day, index) => (days.includes(day) ? [index + 1] : []))
    found.push({ when: 'days', weekdays })
  }
  if (from !== until) found.push({ when: 'times', from, until })
  if (only.start_date !== undefined || only.end_date !== undefined)
    found.push({ when: 'dates', from: only.start_date ?? null, until: only.end_date ?? null })
  const bounds = [
    ['kWh', only.min_kwh, only.max_kwh],
    ['seconds', only.min_duration, only.max_duration],
    ['kW', only.min_power, only.max_power],
    ['A', only.min_current, only.max_current],
  ] as const
  for (const [when, low = 0, high] of bounds)
    if (low > 0 || high !== undefined)
      found.push({ when, from: low > 0 ? low : null, until: high ?? null })
  return found
}
