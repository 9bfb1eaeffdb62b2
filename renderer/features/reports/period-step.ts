import {
  localDayOf,
  periodUnit,
  type PeriodUnit,
  type ReportPeriod,
  stretchOf,
} from '../../../shared/domain/report/period.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** By which clock, and when it is now. */
export interface Clock {
  readonly timeZone: string
  readonly now: Instant
}

/** What a period can be chosen as: a whole unit of the calendar, or any days. */
export const periodChoices = [...periodUnit.options, 'days'] as const
export type PeriodChoice = (typeof periodChoices)[number]

/** As what a period was chosen. */
export function choiceOf(period: ReportPeriod): PeriodChoice {
  return period.is === 'calendar' || period.is === 'ago' ? period.unit : 'days'
}

/** The first and the last day of a period, which may be the same. */
export function daysOf(period: ReportPeriod, clock: Clock): { firstDay: string; lastDay: string } {
  if (period.is === 'days') return { firstDay: period.firstDay, lastDay: period.lastDay }
  const { fromAt, untilAt } = stretchOf(period, clock)
  const lastAt = Math.max(fromAt, untilAt - 1)
  return {
    firstDay: localDayOf(fromAt, clock.timeZone),
    lastDay: localDayOf(lastAt, clock.timeZone),
  }
}

/**
 * The unit that a day lies in. The one that runs and the one before it are meant anew each time, so that a report that
 * is kept tells last month's figures in any month; all others stay what they are.
 */
export function periodAt(unit: PeriodUnit, day: string, { timeZone, now }: Clock): ReportPeriod {
  for (const ago of [0, 1]) {
    const recent: ReportPeriod = { is: 'ago', unit, ago }
    const { firstDay, lastDay } = daysOf(recent, { timeZone, now })
    if (firstDay <= day && day <= lastDay) return recent
  }
  return { is: 'calendar', unit, day }
}

/** A period chosen as something else: around the day that it began with, or that very one while nothing is narrower. */
export function chosenAs(choice: PeriodChoice, period: ReportPeriod, clock: Clock): ReportPeriod {
  const days = daysOf(period, clock)
  if (choice === 'days') return { is: 'days', ...days }
  const today = localDayOf(clock.now, clock.timeZone)
  const isNow = days.firstDay <= today && today <= days.lastDay
  return periodAt(choice, isNow ? today : days.firstDay, clock)
}

/** The period before or after: the next unit, or as many days as there are. */
export function stepped(period: ReportPeriod, by: 1 | -1, clock: Clock): ReportPeriod {
  const choice = choiceOf(period)
  const { firstDay, lastDay } = daysOf(period, clock)
  const [first, last] = [Temporal.PlainDate.from(firstDay), Temporal.PlainDate.from(lastDay)]
  if (choice === 'days') {
    const days = by * (first.until(last, { largestUnit: 'days' }).days + 1)
    const [from, until] = [first.add({ days }), last.add({ days })]
    return { is: 'days', firstDay: from.toString(), lastDay: until.toString() }
  }
  const day = by > 0 ? last.add({ days: 1 }) : first.subtract({ days: 1 })
  return periodAt(choice, day.toString(), clock)
}

/** Whether a period after this one has begun. */
export function hasNext(period: ReportPeriod, clock: Clock): boolean {
  return stretchOf(period, clock).untilAt <= clock.now
}
