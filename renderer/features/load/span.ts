import type { LoadStep } from '../../../shared/domain/load/load.ts'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** How much time is shown, in the order of the keys 1 to 5. */
export const spans = ['hour', 'day', 'week', 'month', 'year'] as const
export type Span = (typeof spans)[number]

/** From an instant included to an instant not included. */
export interface Stretch {
  readonly from: Instant
  readonly until: Instant
}

const steps: Record<Span, LoadStep> = {
  hour: 'minute',
  day: 'quarter',
  week: 'hour',
  month: 'hour',
  year: 'day',
}

/** In what steps a span is shown: some hundred of them, whatever it is. */
export function stepOf(span: Span): LoadStep {
  return steps[span]
}

/**
 * The time shown: the hour, day, week from Monday, month or year of the site's calendar that `at` lies in. `at` null
 * is now, and the hour then is the last sixty minutes.
 */
export function stretchOf(span: Span, at: Instant | null, now: Instant, timeZone: string): Stretch {
  if (span === 'hour' && at === null) {
    const until = Math.ceil(now / MINUTE) * MINUTE
    return { from: until - HOUR, until }
  }
  const start = startOf(span, at ?? now, timeZone)
  return { from: start.epochMilliseconds, until: start.add(lengthOf(span, 1)).epochMilliseconds }
}

/** A moment so many spans later, or earlier, than the one shown; null when that is the span of now. */
export function stepped(
  span: Span,
  at: Instant | null,
  by: number,
  now: Instant,
  timeZone: string,
): Instant | null {
  const start = startOf(span, at ?? now, timeZone)
  const moved = start.add(lengthOf(span, by)).epochMilliseconds
  return moved === startOf(span, now, timeZone).epochMilliseconds ? null : moved
}

/**
 * The same moment one span earlier by the clock on the wall; what is compared stands over one another though the
 * clocks were changed in between.
 */
export function earlier(span: Span, at: Instant, timeZone: string): Instant {
  return zoned(at, timeZone).subtract(lengthOf(span, 1)).epochMilliseconds
}

/** The same, but later: where something of the span before is drawn. */
export function later(span: Span, at: Instant, timeZone: string): Instant {
  return zoned(at, timeZone).add(lengthOf(span, 1)).epochMilliseconds
}

function startOf(span: Span, at: Instant, timeZone: string): Temporal.ZonedDateTime {
  const moment = zoned(at, timeZone)
  if (span === 'hour') return moment.round({ smallestUnit: 'hour', roundingMode: 'floor' })
  const day = moment.startOfDay()
  if (span === 'week') return day.subtract({ days: day.dayOfWeek - 1 })
  if (span === 'month') return day.with({ day: 1 })
  if (span === 'year') return day.with({ day: 1, month: 1 })
  return day
}

function lengthOf(span: Span, count: number): Temporal.DurationLike {
  return { [`${span}s`]: count }
}

function zoned(at: Instant, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
}
