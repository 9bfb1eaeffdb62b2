import { DAY, HOUR, MINUTE } from '../../../shared/time/instant.ts'
import type { Instant } from '../../../shared/time/instant.ts'

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
 * midnights when the stretch is long. Steps of several hours go by the clock's face, so that they stay round on a
 * day when the clocks change; shorter ones are counted from midnight, so that an hour that comes twice has its ticks.
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
    const next = day.add({ days }).startOfDay()
    for (const at of ticksOfDay(day, next.epochMilliseconds, step ?? Infinity))
      if (at >= from && at <= until) ticks.push(at)
    day = next
  }
  return ticks.slice(0, most + 1)
}

function ticksOfDay(midnight: Temporal.ZonedDateTime, end: Instant, step: number): Instant[] {
  const ticks: Instant[] = []
  if (step > HOUR && step < DAY) {
    for (let hour = 0; hour < 24; hour += step / HOUR)
      ticks.push(midnight.with({ hour }).epochMilliseconds)
    return ticks
  }
  for (let at = midnight.epochMilliseconds; at < end; at += step) ticks.push(at)
  return ticks
}
