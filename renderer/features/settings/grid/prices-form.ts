import { minorDigits } from '../../../../shared/domain/money/currency.ts'
import {
  energyPrice,
  type PricePeriod,
  type PriceSignal,
} from '../../../../shared/domain/site/price-signal.ts'
import type { Site, SitePatch } from '../../../../shared/domain/site/site.ts'
import { clockOfMinute, minuteOfClock, typedClock } from '../../../ui/input/typed-clock.ts'
import { typedNumber } from './typed-number.ts'

/** How prices can be known, in the order offered. */
export const priceKinds = ['none', 'periods', 'series'] as const

/** A period as it is typed. */
export type TypedPeriod = { weekdays: number[]; from: string; until: string; price: string }

/** The prices as they are typed, in the site's money per kWh. */
export type PricesForm = {
  kind: PriceSignal['kind']
  otherwise: string
  periods: TypedPeriod[]
  /** In how many decimals of its currency the site counts. */
  digits: number
}
export type PricesFlaw = 'otherwise' | { index: number; what: 'weekdays' | 'times' | 'price' }

/** What a period begins with: nights of workdays. */
export const usualPeriod: TypedPeriod = {
  weekdays: [1, 2, 3, 4, 5],
  from: '00:00',
  until: '06:00',
  price: '',
}

/** The form that shows how prices are known. */
export function pricesFormOf({
  priceSignal,
  currency,
}: Pick<Site, 'priceSignal' | 'currency'>): PricesForm {
  const digits = minorDigits(currency)
  const periods = priceSignal.kind === 'periods' ? priceSignal.periods : []
  return {
    kind: priceSignal.kind,
    otherwise: priceSignal.kind === 'periods' ? priceText(priceSignal.otherwisePerMWh, digits) : '',
    periods: periods.map(({ weekdays, from, until, pricePerMWh }) => ({
      weekdays,
      from: clockOfMinute(from),
      until: clockOfMinute(until),
      price: priceText(pricePerMWh, digits),
    })),
    digits,
  }
}

/** What is wrong with the form; empty when it may be sent. */
export function pricesFlaws({ kind, otherwise, periods, digits }: PricesForm): PricesFlaw[] {
  if (kind !== 'periods') return []
  const flaws: PricesFlaw[] = []
  if (typedPrice(otherwise, digits) === null) flaws.push('otherwise')
  for (const [index, period] of periods.entries()) {
    if (period.weekdays.length === 0) flaws.push({ index, what: 'weekdays' })
    if (minutesOf(period) === null) flaws.push({ index, what: 'times' })
    if (typedPrice(period.price, digits) === null) flaws.push({ index, what: 'price' })
  }
  return flaws
}

/** What differs from the site. */
export function pricesPatchOf(
  form: PricesForm,
  site: Pick<Site, 'priceSignal' | 'currency'>,
): SitePatch {
  const priceSignal = priceSignalOf(form)
  return JSON.stringify(priceSignal) === JSON.stringify(priceSignalOf(pricesFormOf(site)))
    ? {}
    : { priceSignal }
}

/** A price in minor units per MWh as it is typed in the site's money per kWh. */
export function priceText(perMWh: number, digits: number): string {
  return String(perMWh / (1_000 * 10 ** digits))
}

function priceSignalOf({ kind, otherwise, periods, digits }: PricesForm): PriceSignal {
  if (kind !== 'periods') return { kind }
  return {
    kind,
    periods: periods.flatMap((period): PricePeriod[] => {
      const minutes = minutesOf(period)
      const pricePerMWh = typedPrice(period.price, digits)
      if (minutes === null || pricePerMWh === null) return []
      return [{ weekdays: period.weekdays, ...minutes, pricePerMWh }]
    }),
    otherwisePerMWh: typedPrice(otherwise, digits) ?? 0,
  }
}

function typedPrice(typed: string, digits: number): number | null {
  const each = typedNumber(typed)
  if (typeof each !== 'number') return null
  const price = energyPrice.safeParse(Math.round(each * 1_000 * 10 ** digits))
  return price.success ? price.data : null
}

/** An end at 0:00 is the end of the day. */
function minutesOf(period: TypedPeriod): { from: number; until: number } | null {
  const [from, until] = [typedClock(period.from), typedClock(period.until, true)]
  if (from === null || until === null) return null
  const end = until === '00:00' ? 1_440 : minuteOfClock(until)
  const start = minuteOfClock(from)
  return end > start ? { from: start, until: end } : null
}
