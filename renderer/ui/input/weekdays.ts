import { useMemo } from 'react'
import { useLocale } from '../../i18n/locale.ts'
import type { Language } from '../../i18n/locale.ts'

/** ISO 8601: Monday is 1. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** Weekdays in a row as one run each, from the first to the last; two days are not a run yet. */
export function weekdayRuns(chosen: readonly number[]): (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const day of [...new Set(chosen)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] === day - 1) last[1] = day
    else runs.push([day, day])
  }
  return runs.flatMap(([first, last]): (readonly [number, number])[] =>
    last - first === 1
      ? [
          [first, first],
          [last, last],
        ]
      : [[first, last]],
  )
}

/** The names of the weekdays in the reader's language, short and long; Monday is 1. */
export function useWeekdayNames(): {
  short: (day: number) => string
  long: (day: number) => string
} {
  const language = useLocale((locale) => locale.language)
  return useMemo(
    () => ({ short: weekdayNames(language, 'short'), long: weekdayNames(language, 'long') }),
    [language],
  )
}

/** The names of the weekdays in a language; Monday is 1. */
export function weekdayNames(
  language: Language,
  weekday: 'short' | 'long',
): (day: number) => string {
  const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' })
  // The first of January 2024 was a Monday.
  return (day) => format.format(Date.UTC(2024, 0, day))
}
