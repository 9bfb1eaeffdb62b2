import { HOUR, MINUTE, type Instant } from '../../time/instant.ts'
import type { LoadStep } from './load.ts'
import type { Span } from './meter.ts'

/** Steps by the site's clock: when each begins, and when the last one ends. */
export interface Calendar {
  readonly startsAt: readonly Instant[]
  readonly endsAt: Instant
}

/** Steps shorter than a day. They are counted from midnight, so that hours are the clock's in half-hour zones too. */
const lengths: { [S in LoadStep]?: number } = {
  minute: MINUTE,
  quarter: 15 * MINUTE,
  hour: HOUR,
}

/** A day by the site's clock. */
export interface Day extends Span {
  /** Months counted through all years. */
  readonly month: number
  /** In the month, from 0. */
  readonly day: number
}

/** The days that a stretch of time touches. A day has 23, 24 or 25 hours, as the clocks go. */
export function daysOf({ from, until }: Span, timeZone: string): Day[] {
  const days: Day[] = []
  if (until <= from) return days
  let start = zoned(from, timeZone).startOfDay()
  let begins = start.epochMilliseconds
  while (begins < until) {
    // Where the clocks change at midnight, a day may begin later than at 0:00.
    const next = start.add({ days: 1 }).startOfDay()
    const ends = next.epochMilliseconds
    days.push({ from: begins, until: ends, month: monthOf(start), day: start.day - 1 })
    start = next
    begins = ends
  }
  return days
}

/** The day by the site's clock that a moment lies in. */
export function dayAround(at: Instant, timeZone: string): Day {
  const start = zoned(at, timeZone).startOfDay()
  const until = start.add({ days: 1 }).startOfDay().epochMilliseconds
  return { from: start.epochMilliseconds, until, month: monthOf(start), day: start.day - 1 }
}

/** The steps that a stretch of time touches. */
export function calendarOf(step: LoadStep, span: Span, timeZone: string): Calendar {
  const length = lengths[step]
  if (step === 'month' || length === undefined) {
    const days = step === 'month' ? monthsOf(span, timeZone) : daysOf(span, timeZone)
    return { startsAt: days.map(({ from }) => from), endsAt: days.at(-1)?.until ?? span.from }
  }
  const startsAt: Instant[] = []
  let endsAt = span.from
  for (const day of daysOf(span, timeZone))
    for (let at = day.from; at < day.until && at < span.until; at += length) {
      const stepEnds = Math.min(day.until, at + length)
      if (stepEnds <= span.from) continue
      startsAt.push(at)
      endsAt = stepEnds
    }
  return { startsAt, endsAt }
}

function monthsOf({ from, until }: Span, timeZone: string): Span[] {
  const months: Span[] = []
  let start = zoned(from, timeZone).with({ day: 1 }).startOfDay()
  while (until > from && start.epochMilliseconds < until) {
    const next = start.add({ months: 1 }).startOfDay()
    months.push({ from: start.epochMilliseconds, until: next.epochMilliseconds })
    start = next
  }
  return months
}

/** About how many steps a stretch of time has, without counting them one by one. */
export function roughSteps(step: LoadStep, { from, until }: Span): number {
  const DAYS_MS = { day: 24 * HOUR, month: 30 * 24 * HOUR }
  const length = lengths[step] ?? (step === 'month' ? DAYS_MS.month : DAYS_MS.day)
  return Math.ceil(Math.max(0, until - from) / length)
}

function zoned(at: Instant, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
}

function monthOf({ year, month }: Temporal.ZonedDateTime): number {
  return year * 12 + month - 1
}
