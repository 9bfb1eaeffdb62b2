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

/** The steps that a stretch of time touches. A day has 23, 24 or 25 hours, as the clocks go. */
export function calendarOf(step: LoadStep, { from, until }: Span, timeZone: string): Calendar {
  const length = lengths[step]
  const startsAt: Instant[] = []
  let endsAt = from
  const whole = length === undefined && step === 'month' ? 'month' : 'day'
  let start = startOf(from, whole, timeZone)
  while (start.epochMilliseconds < until) {
    const next = start.add(whole === 'month' ? { months: 1 } : { days: 1 }).startOfDay()
    const [begins, ends] = [start.epochMilliseconds, next.epochMilliseconds]
    for (let at = begins; at < ends; at += length ?? ends - begins) {
      const stepEnds = Math.min(ends, at + (length ?? ends - begins))
      if (stepEnds <= from) continue
      if (at >= until) break
      startsAt.push(at)
      endsAt = stepEnds
    }
    start = next
  }
  return { startsAt, endsAt }
}

/** About how many steps a stretch of time has, without counting them one by one. */
export function roughSteps(step: LoadStep, { from, until }: Span): number {
  const DAYS_MS = { day: 24 * HOUR, month: 30 * 24 * HOUR }
  const length = lengths[step] ?? (step === 'month' ? DAYS_MS.month : DAYS_MS.day)
  return Math.ceil(Math.max(0, until - from) / length)
}

/** The day by the site's clock that a moment lies in. */
export function dayAround(at: Instant, timeZone: string): Span {
  const start = startOf(at, 'day', timeZone)
  return {
    from: start.epochMilliseconds,
    until: start.add({ days: 1 }).startOfDay().epochMilliseconds,
  }
}

function startOf(at: Instant, whole: 'day' | 'month', timeZone: string): Temporal.ZonedDateTime {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  return (whole === 'month' ? day.with({ day: 1 }) : day).startOfDay()
}
