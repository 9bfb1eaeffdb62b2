import { DAY, SECOND } from '../../time/instant.ts'
import { type Restrictions, WEEKDAYS } from './restrictions.ts'

/** An element's restrictions in the units that sessions are counted in. A lower bound is inclusive, an upper isn't. */
export interface Condition {
  readonly minMilliWh: number
  readonly maxMilliWh: number
  readonly minMs: number
  readonly maxMs: number
  /** Null where it doesn't matter, so that what wasn't measured does. */
  readonly power: { readonly minW: number; readonly maxW: number } | null
  readonly current: { readonly minA: number; readonly maxA: number } | null
  readonly clock: ClockCondition | null
}

/** When it holds by the clock on the wall: what a clock shows, not what has passed. */
export interface ClockCondition {
  /** Minutes of the day; where the end isn't above the start the time goes past midnight. */
  readonly fromMinute: number
  readonly untilMinute: number
  /** Days since 1 January 1970. */
  readonly fromDay: number
  readonly untilDay: number
  /** By ISO weekday; index 0 is unused. */
  readonly weekdays: readonly boolean[] | null
}

/** What a session has come to at a moment, and what goes on then. */
export interface Moment {
  /** Consumed and passed before it, rounded down: whole bounds are passed just the same. */
  readonly milliWh: number
  readonly ms: number
  /** Null when it isn't known. */
  readonly powerW: number | null
  readonly currentA: number | null
  /** Null when no condition asks for it. */
  readonly clock: { readonly day: number; readonly weekday: number; readonly minute: number } | null
}

export function conditionOf(only: Restrictions): Condition {
  return {
    minMilliWh: milliWh(only.min_kwh ?? 0),
    maxMilliWh: only.max_kwh === undefined ? Infinity : milliWh(only.max_kwh),
    minMs: (only.min_duration ?? 0) * SECOND,
    maxMs: (only.max_duration ?? Infinity) * SECOND,
    power:
      only.min_power === undefined && only.max_power === undefined
        ? null
        : { minW: watts(only.min_power ?? 0), maxW: watts(only.max_power ?? Infinity) },
    current:
      only.min_current === undefined && only.max_current === undefined
        ? null
        : { minA: only.min_current ?? 0, maxA: only.max_current ?? Infinity },
    clock: clockConditionOf(only),
  }
}

/** Whether all of it holds at a moment. */
export function holds(condition: Condition, moment: Moment): boolean {
  const { milliWh: consumed, ms, powerW, currentA } = moment
  if (consumed < condition.minMilliWh || consumed >= condition.maxMilliWh) return false
  if (ms < condition.minMs || ms >= condition.maxMs) return false
  const { power, current, clock } = condition
  if (power !== null && (powerW === null || powerW < power.minW || powerW >= power.maxW))
    return false
  if (
    current !== null &&
    (currentA === null || currentA < current.minA || currentA >= current.maxA)
  )
    return false
  return clock === null || clockHolds(clock, moment.clock)
}

function clockHolds(condition: ClockCondition, shown: Moment['clock']): boolean {
  if (shown === null) return false
  const { fromMinute, untilMinute, fromDay, untilDay, weekdays } = condition
  if (shown.day < fromDay || shown.day >= untilDay) return false
  if (weekdays !== null && weekdays[shown.weekday] !== true) return false
  const { minute } = shown
  return untilMinute > fromMinute
    ? minute >= fromMinute && minute < untilMinute
    : minute >= fromMinute || minute < untilMinute
}

function clockConditionOf(only: Restrictions): ClockCondition | null {
  const { start_time: start, end_time: end, start_date: first, end_date: last } = only
  const days = only.day_of_week ?? []
  if (!start && !end && !first && !last && days.length === 0) return null
  return {
    fromMinute: minuteOf(start),
    untilMinute: minuteOf(end),
    fromDay: first === undefined ? -Infinity : dayOf(first),
    untilDay: last === undefined ? Infinity : dayOf(last),
    weekdays: days.length === 0 ? null : [false, ...WEEKDAYS.map((day) => days.includes(day))],
  }
}

/** Midnight when it isn't told, at either end: from 00:00 until 00:00 is the whole day. */
function minuteOf(clock = '00:00'): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY
}

/** The schema lets no more than six decimals of a kWh through, so this is exact. */
function milliWh(kWh: number): number {
  return Math.round(kWh * 1_000_000)
}

/** The double nearest to the decimal that is written, which 1000 times a double isn't always. */
function watts(kW: number): number {
  return Number.isFinite(kW) ? Number(`${kW}e3`) : kW
}
