import type { JournalFilter } from '../../navigation/journal-address.ts'
import { type Period, periods, stretchOf } from '../../ui/input/period.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** What the hub is asked for a filter: the period as the instants it spans at the site. */
export function journalQueryOf(
  { period, ...filter }: JournalFilter,
  now: Instant,
  timeZone: string,
): { actor?: string; act?: string; noun?: string; nounId?: string; search?: string } & {
  from?: Instant
  until?: Instant
} {
  return { ...filter, ...stretchOf(periodOf(period), now, timeZone) }
}

/** The period of a filter; any time where it is none that can be understood. */
export function periodOf(text: string | undefined): Period {
  const named = periods.find((known) => known === text)
  if (named) return named
  const days = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(text ?? '')
  const [, first, last] = days ?? []
  return isDay(first) && isDay(last) ? { first, last } : 'all'
}

/** A period as the address has it; nothing for any time. */
export function periodText(period: Period): string {
  if (period === 'all') return ''
  return typeof period === 'string' ? period : `${period.first}..${period.last}`
}

function isDay(day: string | undefined): day is string {
  try {
    return day !== undefined && Temporal.PlainDate.from(day).toString() === day
  } catch {
    return false
  }
}
