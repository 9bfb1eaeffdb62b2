import type { ReportPeriod } from '../../../shared/domain/report/period.ts'
import type { Language } from '../../i18n/locale.ts'
import { choiceOf, daysOf } from './period-step.ts'
import type { Clock } from './period-step.ts'

const tags: Record<Language, string> = { en: 'en-GB', sv: 'sv-SE' }

/** The words that a name is made of and that the calendar doesn't have. */
export interface PeriodWords {
  readonly week: (week: number, year: number) => string
  readonly quarter: (quarter: number, year: number) => string
}

/** Names a period: "Friday 27 November 2026", "Week 48, 2026", "November 2026", "2026", "1–10 November 2026". */
export function periodName(
  period: ReportPeriod,
  clock: Clock,
  language: Language,
  words: PeriodWords,
): string {
  const { firstDay, lastDay } = daysOf(period, clock)
  const first = Temporal.PlainDate.from(firstDay)
  switch (choiceOf(period)) {
    case 'day':
      return dayName(firstDay, language)
    case 'week':
      return words.week(first.weekOfYear ?? 0, first.yearOfWeek ?? first.year)
    case 'month':
      return written([firstDay], { month: 'long', year: 'numeric' }, language)
    case 'quarter':
      return words.quarter(Math.ceil(first.month / 3), first.year)
    case 'year':
      return String(first.year)
    case 'days':
      return written(
        [firstDay, lastDay],
        { day: 'numeric', month: 'short', year: 'numeric' },
        language,
      )
  }
}

/** A day in full: "Friday 27 November 2026". */
export function dayName(day: string, language: Language): string {
  const long = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return written([day], long, language)
}

/** What a period's file is called: billing-2026-11, a day as 2026-11-27, any days as 2026-11-01--2026-11-10. */
export function periodMark(period: ReportPeriod, clock: Clock): string {
  const { firstDay, lastDay } = daysOf(period, clock)
  const first = Temporal.PlainDate.from(firstDay)
  switch (choiceOf(period)) {
    case 'day':
      return firstDay
    case 'week':
      return `${first.yearOfWeek ?? first.year}-w${String(first.weekOfYear ?? 0).padStart(2, '0')}`
    case 'month':
      return firstDay.slice(0, 7)
    case 'quarter':
      return `${first.year}-q${Math.ceil(first.month / 3)}`
    case 'year':
      return firstDay.slice(0, 4)
    case 'days':
      return firstDay === lastDay ? firstDay : `${firstDay}--${lastDay}`
  }
}

function written(
  days: readonly [string, string?],
  options: Intl.DateTimeFormatOptions,
  language: Language,
): string {
  // Noon in UTC is that day wherever it is read, since it is read in UTC.
  const format = new Intl.DateTimeFormat(tags[language], { ...options, timeZone: 'UTC' })
  const [first, last = first] = days.map((day) => Date.parse(`${day}T12:00:00Z`))
  return first === last ? format.format(first) : format.formatRange(first ?? 0, last ?? 0)
}
