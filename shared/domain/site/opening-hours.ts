import { z } from 'zod'
import { MINUTE, type Instant } from '../../time/instant.ts'

/** A minute of the day, 0 to 1440: 24:00 is the end of the day. */
const minuteOfDay = z.int().min(0).max(1_440)

/** One stretch in which the gate is open, by the site's clock. */
export const openStretch = z
  .strictObject({
    weekday: z.int().min(1).max(7).describe('ISO 8601: 1 is Monday'),
    opens: minuteOfDay,
    closes: minuteOfDay,
  })
  .refine(
    ({ opens, closes }) => closes > opens,
    'The closing time has to be after the opening time.',
  )
export type OpenStretch = z.infer<typeof openStretch>

/** When cars can come and go; an empty list is never, null (in the site) is always. Cars may stay while it is closed. */
export const openingHours = z.array(openStretch).max(50)
export type OpeningHours = z.infer<typeof openingHours>

/** A time during which the gate is open without a break; a car may still pass at the very end of it. */
export interface OpenSpan {
  readonly opensAt: Instant
  readonly closesAt: Instant
}

/** A week and a day each side: what comes back every week is found in it, whatever the clocks do meanwhile. */
const DAYS_SEARCHED = 15

/** Whether a car can pass the gate at that instant, the closing time itself included; null hours are always open. */
export function isOpen(hours: OpeningHours | null, at: Instant, timeZone: string): boolean {
  if (hours === null) return true
  const today = dayOf(at, timeZone)
  // Yesterday's, because what closes at 24:00 may still be passed at 0:00.
  return spansOf(hours, today.subtract({ days: 1 }), 2, timeZone).some(
    ({ opensAt, closesAt }) => opensAt <= at && at <= closesAt,
  )
}

/** When the gate opens next after that instant; null when it never does, or never closes. */
export function opensNext(
  hours: OpeningHours | null,
  at: Instant,
  timeZone: string,
): Instant | null {
  if (hours === null) return null
  const first = dayOf(at, timeZone).subtract({ days: 1 })
  const spans = spansOf(hours, first, DAYS_SEARCHED, timeZone)
  return spans.find(({ opensAt }) => opensAt > at)?.opensAt ?? null
}

/** When the gate is open between two instants, in order; spans that touch are one. Null hours are one span. */
export function openSpans(
  hours: OpeningHours | null,
  from: Instant,
  until: Instant,
  timeZone: string,
): OpenSpan[] {
  if (hours === null) return [{ opensAt: from, closesAt: until }]
  const first = dayOf(from, timeZone).subtract({ days: 1 })
  const days = first.until(dayOf(until, timeZone)).days + 1
  return spansOf(hours, first, days, timeZone)
    .map(({ opensAt, closesAt }) => ({
      opensAt: Math.max(from, opensAt),
      closesAt: Math.min(until, closesAt),
    }))
    .filter(({ opensAt, closesAt }) => closesAt > opensAt)
}

function spansOf(
  hours: OpeningHours,
  first: Temporal.PlainDate,
  days: number,
  timeZone: string,
): OpenSpan[] {
  const spans: { opensAt: Instant; closesAt: Instant }[] = []
  for (let day = 0; day < days; day++) {
    const date = first.add({ days: day })
    for (const { weekday, opens, closes } of hours) {
      if (weekday !== date.dayOfWeek) continue
      const opensAt = instantOf(date, opens, timeZone)
      const closesAt = instantOf(date, closes, timeZone)
      // It lies in the hour that a change of the clocks leaves out.
      if (closesAt > opensAt) spans.push({ opensAt, closesAt })
    }
  }
  return joined(spans.sort((one, other) => one.opensAt - other.opensAt))
}

function joined(spans: readonly OpenSpan[]): OpenSpan[] {
  const one: { opensAt: Instant; closesAt: Instant }[] = []
  for (const { opensAt, closesAt } of spans) {
    const last = one.at(-1)
    if (last !== undefined && opensAt <= last.closesAt)
      last.closesAt = Math.max(last.closesAt, closesAt)
    else one.push({ opensAt, closesAt })
  }
  return one
}

function dayOf(at: Instant, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate()
}

/** When the site's clock first shows that minute of the day, or skips it. */
function instantOf(date: Temporal.PlainDate, minute: number, timeZone: string): Instant {
  if (minute === 0) return date.toZonedDateTime(timeZone).epochMilliseconds
  if (minute === 1_440) return date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds
  const wall = date.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
  const shown = wall.toZonedDateTime(timeZone)
  // 02:30 where the clock goes from 02:00 to 03:00: the gate opens as the clock jumps past it.
  const skippedMs = wall.until(shown.toPlainDateTime()).total('minutes') * MINUTE
  if (skippedMs === 0) return shown.epochMilliseconds
  return shown.getTimeZoneTransition('previous')?.epochMilliseconds ?? shown.epochMilliseconds
}
