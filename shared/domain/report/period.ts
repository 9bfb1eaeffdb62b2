import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import type { Instant } from '../../time/instant.ts'
import { localDate } from '../booking/recurring.ts'

export const periodUnit = z.enum(['day', 'week', 'month', 'quarter', 'year'])
export type PeriodUnit = z.infer<typeof periodUnit>

/**
 * The time that a report is over, by the site's clock: `days` from one day to another, both included; `calendar` the day,
 * week (from Monday), month, quarter or year that a day lies in; `ago` the same counted back from now, 0 being the one
 * that runs; `instants` as they are.
 */
export const reportPeriod = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('days'), firstDay: localDate, lastDay: localDate }),
  z.strictObject({ is: z.literal('calendar'), unit: periodUnit, day: localDate }),
  z.strictObject({
    is: z.literal('ago'),
    unit: periodUnit,
    ago: z.coerce.number().int().min(0).max(1_000),
  }),
  z.strictObject({ is: z.literal('instants'), fromAt: instant, untilAt: instant }),
])
export type ReportPeriod = z.infer<typeof reportPeriod>

/** From an instant, included, until another, not included: what meets neither overlaps nor leaves anything between. */
export interface Stretch {
  readonly fromAt: Instant
  readonly untilAt: Instant
}

/** When a period begins and ends. One that ends before it begins is empty. */
export function stretchOf(
  period: ReportPeriod,
  { timeZone, now }: { readonly timeZone: string; readonly now: Instant },
): Stretch {
  switch (period.is) {
    case 'instants':
      return { fromAt: period.fromAt, untilAt: Math.max(period.fromAt, period.untilAt) }
    case 'days': {
      const first = Temporal.PlainDate.from(period.firstDay)
      const after = Temporal.PlainDate.from(period.lastDay).add({ days: 1 })
      const fromAt = startOf(first, timeZone)
      return { fromAt, untilAt: Math.max(fromAt, startOf(after, timeZone)) }
    }
    case 'calendar':
      return unitAround(Temporal.PlainDate.from(period.day), period.unit, timeZone)
    case 'ago': {
      const first = firstDayOf(dateOf(now, timeZone), period.unit)
      return unitAround(first.subtract(lengthOf(period.unit, period.ago)), period.unit, timeZone)
    }
  }
}

/** The stretches of a unit that a longer one is made of; the first and the last may lie in it only in part. */
export function unitsOf(whole: Stretch, unit: PeriodUnit, timeZone: string): Stretch[] {
  const units: Stretch[] = []
  for (let { fromAt } = whole; fromAt < whole.untilAt;) {
    const { untilAt } = unitAround(dateOf(fromAt, timeZone), unit, timeZone)
    units.push({ fromAt, untilAt: Math.min(untilAt, whole.untilAt) })
    fromAt = untilAt
  }
  return units
}

/** The whole day, week, month, quarter or year that an instant lies in. */
export function unitAt(at: Instant, unit: PeriodUnit, timeZone: string): Stretch {
  return unitAround(dateOf(at, timeZone), unit, timeZone)
}

/** A day by the site's clock, as yyyy-mm-dd. */
export function localDayOf(at: Instant, timeZone: string): string {
  return dateOf(at, timeZone).toString()
}

function unitAround(date: Temporal.PlainDate, unit: PeriodUnit, timeZone: string): Stretch {
  const first = firstDayOf(date, unit)
  const next = first.add(lengthOf(unit, 1))
  return { fromAt: startOf(first, timeZone), untilAt: startOf(next, timeZone) }
}

function firstDayOf(date: Temporal.PlainDate, unit: PeriodUnit): Temporal.PlainDate {
  switch (unit) {
    case 'day':
      return date
    case 'week':
      return date.subtract({ days: date.dayOfWeek - 1 })
    case 'month':
      return date.with({ day: 1 })
    case 'quarter':
      return date.with({ month: date.month - ((date.month - 1) % 3), day: 1 })
    case 'year':
      return date.with({ month: 1, day: 1 })
  }
}

function lengthOf(unit: PeriodUnit, count: number): Temporal.DurationLike {
  if (unit === 'quarter') return { months: 3 * count }
  return { [`${unit}s`]: count }
}

/** Where the clocks change at midnight, a day may begin later than at 0:00. */
function startOf(date: Temporal.PlainDate, timeZone: string): Instant {
  return date.toZonedDateTime(timeZone).startOfDay().epochMilliseconds
}

function dateOf(at: Instant, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate()
}
