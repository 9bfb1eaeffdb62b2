import { DAY, HOUR, MINUTE } from '../../shared/time/instant.ts'
import type { Instant } from '../../shared/time/instant.ts'

/** Distances between ticks that a person can count in, each a share of a day. */
const steps = [
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
]

/**
 * Where a time axis from `from` to `until` is marked: at most `most` round clock times of the time zone, or
 * midnights when the stretch is long. Ticks are counted from each local midnight, so that they stay round on a
 * day when the clocks change.
 */
export function timeTicks(
  from: Instant,
  until: Instant,
  most: number,
  timeZone: string,
): Instant[] {
  const span = until - from
  if (span <= 0 || most < 1) return []
  const step = steps.find((candidate) => span / candidate <= most)
  const days = step === undefined ? Math.max(1, Math.ceil(span / DAY / most)) : 1
  const ticks: Instant[] = []
  let day = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone).startOfDay()
  while (day.epochMilliseconds <= until) {
    const midnight = day.epochMilliseconds
    const next = day.add({ days }).startOfDay()
    for (let at = midnight; at < next.epochMilliseconds; at += step ?? Infinity) {
      if (at >= from && at <= until) ticks.push(at)
    }
    day = next
  }
  return ticks.slice(0, most + 1)
}
