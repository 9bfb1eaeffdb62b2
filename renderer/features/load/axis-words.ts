import type { Instant } from '../../../shared/time/instant.ts'
import type { Language } from '../../i18n/locale.ts'
import { timeTicks } from '../../ui/chart/time-ticks.ts'
import type { Span, Stretch } from './span.ts'

const tags: Record<Language, string> = { en: 'en-GB', sv: 'sv-SE' }

const parts: Record<Span, Intl.DateTimeFormatOptions> = {
  hour: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  week: { weekday: 'short', day: 'numeric' },
  month: { day: 'numeric', month: 'short' },
  year: { month: 'short' },
}

/** Where the time axis is marked: clock times, days, or the first of each month. */
export function axisTicks(span: Span, stretch: Stretch, most: number, timeZone: string): Instant[] {
  if (span !== 'year') return timeTicks(stretch.from, stretch.until, most, timeZone)
  const ticks: Instant[] = []
  let month = Temporal.Instant.fromEpochMilliseconds(stretch.from).toZonedDateTimeISO(timeZone)
  while (month.epochMilliseconds < stretch.until) {
    ticks.push(month.epochMilliseconds)
    month = month.add({ months: 1 })
  }
  return ticks
}

/** Writes a mark of the time axis. */
export function axisFormat(
  span: Span,
  language: Language,
  timeZone: string,
): (at: Instant) => string {
  const format = new Intl.DateTimeFormat(tags[language], { ...parts[span], timeZone })
  return (at) => format.format(at)
}

/** Names the time shown: "Thursday 26 November 2026", "Week 48, 2026", "November 2026", "2026". */
export function stretchName(
  span: Span,
  from: Instant,
  { language, timeZone }: { language: Language; timeZone: string },
  week: (week: number, year: number) => string,
): string {
  const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone)
  if (span === 'year') return String(start.year)
  if (span === 'week') return week(start.weekOfYear ?? 0, start.yearOfWeek ?? start.year)
  const long: Intl.DateTimeFormatOptions =
    span === 'month'
      ? { month: 'long', year: 'numeric' }
      : { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }
  const hour = span === 'hour' ? ({ hour: '2-digit', minute: '2-digit' } as const) : {}
  return new Intl.DateTimeFormat(tags[language], { ...long, ...hour, timeZone }).format(from)
}
