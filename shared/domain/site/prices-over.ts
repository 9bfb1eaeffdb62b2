import type { Instant } from '../../time/instant.ts'
import type { PricePeriod } from './price-signal.ts'
import { meanBetween, meanWeeksBefore, type SeriesStep } from './series.ts'
import type { Site } from './site.ts'
import { offsetsOver, wallPieces } from './wall-clock.ts'

/** What the price of energy is told from. */
export interface PriceSources {
  readonly site: Pick<Site, 'priceSignal' | 'timeZone'>
  /** The imported steps in order, without overlaps, some weeks back included; only read for `series`. */
  readonly series: readonly SeriesStep[]
}

/**
 * What energy costs, minor units per MWh in each slot: the mean over the slot. Null when it makes no difference when,
 * or when nothing is known. A slot that the imported prices leave out costs what the same hour cost in the last week it
 * is known of, or else the mean of the slots that are known, so that it is neither sought nor shunned.
 */
export function pricesOver(
  { site, series }: PriceSources,
  from: Instant,
  slotMs: number,
  slots: number,
): number[] | null {
  const { priceSignal, timeZone } = site
  const until = from + slots * slotMs
  const overSlots = <T>(priceOf: (startsAt: Instant, endsAt: Instant) => T): T[] =>
    Array.from({ length: slots }, (_, slot) =>
      priceOf(from + slot * slotMs, from + (slot + 1) * slotMs),
    )
  switch (priceSignal.kind) {
    case 'none':
      return null
    case 'periods': {
      const { periods, otherwisePerMWh } = priceSignal
      const steps = stepsOfPeriods(periods, otherwisePerMWh, from, until, timeZone)
      return overSlots((startsAt, endsAt) =>
        Math.round(meanBetween(steps, startsAt, endsAt) ?? otherwisePerMWh),
      )
    }
    case 'series': {
      const offsets = offsetsOver(Math.min(from, series[0]?.startsAt ?? from), until, timeZone)
      const prices = overSlots(
        (startsAt, endsAt) =>
          meanBetween(series, startsAt, endsAt) ??
          meanWeeksBefore(series, startsAt, endsAt, offsets),
      )
      const known = prices.filter((price) => price !== null)
      if (known.length === 0) return null
      const mean = known.reduce((sum, price) => sum + price, 0) / known.length
      return prices.map((price) => Math.round(price ?? mean))
    }
  }
}

/** The steps that prices by hours of the week come to, by the site's clock. Where two periods overlap the first counts. */
export function stepsOfPeriods(
  periods: readonly PricePeriod[],
  otherwisePerMWh: number,
  from: Instant,
  until: Instant,
  timeZone: string,
): SeriesStep[] {
  const cuts = periods.flatMap((period) => [period.from, period.until])
  return wallPieces(from, until, timeZone, cuts).map(({ startsAt, endsAt, weekday, minute }) => {
    const period = periods.find(
      (one) => one.weekdays.includes(weekday) && one.from <= minute && minute < one.until,
    )
    return { startsAt, endsAt, value: period?.pricePerMWh ?? otherwisePerMWh }
  })
}
