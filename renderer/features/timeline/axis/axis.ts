import { DAY } from '../../../../shared/time/instant.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { timeTicks } from '../../../ui/chart/time-ticks.ts'
import type { TimeWindow } from './time-window.ts'

/** A day by the site's clock: 23 and 25 hours are days too. */
export interface Day {
  readonly from: Instant
  readonly until: Instant
  readonly weekend: boolean
  /** Monday, where a week begins. */
  readonly monday: boolean
  /** The ISO 8601 week it lies in. */
  readonly week: number | null
}

/** A stretch named in the upper line of the axis: a day, or a week when days are too narrow for their names. */
export interface Era {
  readonly kind: 'day' | 'week'
  readonly from: Instant
  readonly until: Instant
  /** The ISO week; null for a day. */
  readonly week: number | null
}

/** All that the axis and the ground of a window show. */
export interface Axis {
  readonly days: readonly Day[]
  readonly eras: readonly Era[]
  /** Where the lower line has a word: round clock times, or the beginnings of days. */
  readonly ticks: readonly Instant[]
  readonly tickKind: 'clock' | 'day'
}

/** A clock time wants this much room, px. */
const TICK_PX = 64
/** A day narrower than this has no clock times in it, px. */
const DAY_PX = 132

/** The axis of a window in a time zone. */
export function axisOf(window: TimeWindow, timeZone: string): Axis {
  const days = daysIn(window, timeZone)
  if (DAY / window.msPerPx < DAY_PX)
    return { days, eras: weeksOf(days), ticks: days.map(({ from }) => from), tickKind: 'day' }
  const most = (window.until - window.from) / window.msPerPx / TICK_PX
  const ticks = timeTicks(window.from, window.until, most, timeZone)
  const eras = days.map(({ from, until }): Era => ({ kind: 'day', from, until, week: null }))
  return { days, eras, ticks, tickKind: 'clock' }
}

const kept = new WeakMap<TimeWindow, { timeZone: string; axis: Axis }>()

/** The same, reckoned once for all who draw that window. */
export function keptAxis(window: TimeWindow, timeZone: string): Axis {
  const before = kept.get(window)
  if (before?.timeZone === timeZone) return before.axis
  const axis = axisOf(window, timeZone)
  kept.set(window, { timeZone, axis })
  return axis
}

/** The days that a window touches, whole. */
export function daysIn(window: Pick<TimeWindow, 'from' | 'until'>, timeZone: string): Day[] {
  const days: Day[] = []
  let day = Temporal.Instant.fromEpochMilliseconds(window.from)
    .toZonedDateTimeISO(timeZone)
    .startOfDay()
  while (day.epochMilliseconds < window.until) {
    const next = day.add({ days: 1 }).startOfDay()
    days.push({
      from: day.epochMilliseconds,
      until: next.epochMilliseconds,
      weekend: day.dayOfWeek > 5,
      monday: day.dayOfWeek === 1,
      week: day.weekOfYear ?? null,
    })
    day = next
  }
  return days
}

function weeksOf(days: readonly Day[]): Era[] {
  const eras: { kind: 'week'; from: Instant; until: Instant; week: number | null }[] = []
  for (const { from, until, monday, week } of days) {
    const last = eras.at(-1)
    if (last === undefined || monday) eras.push({ kind: 'week', from, until, week })
    else last.until = until
  }
  return eras
}
