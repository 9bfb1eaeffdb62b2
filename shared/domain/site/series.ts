import { DAY, type Instant } from '../../time/instant.ts'
import { offsetAt, type OffsetSpan } from './wall-clock.ts'

const WEEK = 7 * DAY

/** What a value was between two instants: W of base load, or minor units per MWh. */
export interface SeriesStep {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly value: number
}

/** The time-weighted mean between two instants, of the part that is known; null when none is. */
export function meanBetween(
  series: readonly SeriesStep[],
  from: Instant,
  until: Instant,
): number | null {
  let weighted = 0
  let knownMs = 0
  for (let index = firstEndingAfter(series, from); index < series.length; index++) {
    const step = series[index]
    if (step === undefined || step.startsAt >= until) break
    const ms = Math.min(until, step.endsAt) - Math.max(from, step.startsAt)
    weighted += step.value * ms
    knownMs += ms
  }
  return knownMs === 0 ? null : weighted / knownMs
}

/**
 * The mean at the same time by the site's clock a week before, or in the last week before that of which it is known;
 * null when in none.
 * @param offsets of the site's clock, from the series' first step on
 */
export function meanWeeksBefore(
  series: readonly SeriesStep[],
  from: Instant,
  until: Instant,
  offsets: readonly OffsetSpan[],
): number | null {
  const firstAt = series[0]?.startsAt ?? Infinity
  for (let weekMs = WEEK; until - weekMs > firstAt - DAY; weekMs += WEEK) {
    // When the clocks were put forward or back since, the same hour lies another hour away.
    const backMs = weekMs - (offsetAt(offsets, from) - offsetAt(offsets, from - weekMs))
    const mean = meanBetween(series, from - backMs, until - backMs)
    if (mean !== null) return mean
  }
  return null
}

/**
 * A series as so many values, each the mean of an equal stretch between two instants; null where nothing is known.
 * @returns fewer where the stretches would be shorter than the steps
 */
export function sketchOf(
  series: readonly SeriesStep[],
  from: Instant,
  until: Instant,
  most: number,
): (number | null)[] {
  const points = Math.min(most, series.length)
  const ms = (until - from) / points
  return Array.from({ length: points }, (_, point) => {
    const mean = meanBetween(series, from + point * ms, from + (point + 1) * ms)
    return mean === null ? null : Math.round(mean)
  })
}

/** Steps lie in order and never over each other, so the place can be halved towards. */
function firstEndingAfter(series: readonly SeriesStep[], at: Instant): number {
  let low = 0
  let high = series.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const step = series[middle]
    if (step !== undefined && step.endsAt <= at) low = middle + 1
    else high = middle
  }
  return low
}
