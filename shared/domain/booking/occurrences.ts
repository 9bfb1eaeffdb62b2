import { MINUTE, type Instant } from '../../time/instant.ts'
import type { RecurringWords } from './recurring.ts'

/** What of a rule says when it books. */
export type Rhythm = Pick<RecurringWords, 'weekdays' | 'arrives' | 'departs' | 'firstOn' | 'lastOn'>

/** One day of a rule. */
export interface Occurrence {
  /** The day of the arrival by the site's clock, yyyy-mm-dd. */
  readonly occursOn: string
  readonly arrivesAt: Instant
  readonly departsAt: Instant
}

/** The day by the site's clock, yyyy-mm-dd. */
export function localDateOf(at: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
}

/** The day so many days later, yyyy-mm-dd. */
export function daysAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/**
 * The days a rule books between two days, both included, in order, with their instants. A time that the clocks leave
 * out on that day is taken as much later, one that comes twice is the first (Temporal's `compatible`, RFC 5545
 * §3.3.5); so every booking stands at the time of day that people meant.
 */
export function occurrencesOf(
  rule: Rhythm,
  from: string,
  until: string,
  timeZone: string,
): Occurrence[] {
  const weekdays = new Set(rule.weekdays)
  const first = later(from, rule.firstOn)
  const last = rule.lastOn === null ? until : earlier(until, rule.lastOn)
  const occurrences: Occurrence[] = []
  if (first > last) return occurrences
  const end = Temporal.PlainDate.from(last)
  let date = Temporal.PlainDate.from(first)
  while (Temporal.PlainDate.compare(date, end) <= 0) {
    if (weekdays.has(date.dayOfWeek)) occurrences.push(occurrenceOn(rule, date, timeZone))
    date = date.add({ days: 1 })
  }
  return occurrences
}

function occurrenceOn(
  { arrives, departs }: Rhythm,
  date: Temporal.PlainDate,
  timeZone: string,
): Occurrence {
  const occursOn = date.toString()
  const arrival = date.toPlainDateTime(arrives)
  const sameDay = date.toPlainDateTime(departs)
  const departure =
    Temporal.PlainDateTime.compare(sameDay, arrival) > 0 ? sameDay : sameDay.add({ days: 1 })
  const arrivesAt = arrival.toZonedDateTime(timeZone).epochMilliseconds
  const departsAt = departure.toZonedDateTime(timeZone).epochMilliseconds
  if (departsAt > arrivesAt) return { occursOn, arrivesAt, departsAt }
  // 02:45-03:15 where the clock jumps from 02:00 to 03:00: the arrival is 03:45 now, and half an hour is meant.
  const meantMs = arrival.until(departure).total('minutes') * MINUTE
  return { occursOn, arrivesAt, departsAt: arrivesAt + meantMs }
}

const later = (one: string, other: string): string => (one > other ? one : other)
const earlier = (one: string, other: string): string => (one < other ? one : other)
