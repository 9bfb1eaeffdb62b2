import { HOUR, type Instant } from '../../time/instant.ts'
import { meanBetween, meanWeeksBefore, type SeriesStep } from './series.ts'
import type { Site } from './site.ts'
import { offsetAt, offsetsOver, type OffsetSpan, shownAt, wallPieces } from './wall-clock.ts'

/** The building's usual load in that quarter of an hour of that weekday (1 is Monday), W; null when it was never measured. */
export type UsualLoad = (weekday: number, quarterOfDay: number) => number | null

/** What the building's load is told from. */
export interface BaseLoadSources {
  readonly site: Pick<Site, 'baseLoad' | 'timeZone'>
  /** The imported steps in order, without overlaps, some weeks back included; only read for `series`. */
  readonly series: readonly SeriesStep[]
  /** Only read for `meter`. */
  readonly usual?: UsualLoad
  readonly now: Instant
  /** What the live meter tells now; null when it is silent. Only read for `meter`. */
  readonly nowW?: number | null
}

/** Where a value is from: `told` as such, `guessed` from other days, or `unknown` and taken for none. */
export type BaseLoadSource = 'told' | 'guessed' | 'unknown'

/** The building's load, W in each slot, and how far each value can be trusted. */
export interface BaseLoadAhead {
  readonly baseW: readonly number[]
  readonly sources: readonly BaseLoadSource[]
}

/** What the building is off its usual load by now is forgotten evenly over this time. */
const DEVIATION_FADES_MS = HOUR

const wholeHours = Array.from({ length: 24 }, (_, hour) => hour * 60)

type SlotLoad = readonly [loadW: number, source: BaseLoadSource]
const UNKNOWN: SlotLoad = [0, 'unknown']

/**
 * What the building draws, W in each slot: the mean over the slot, never below zero. Hours are the site's own, also on
 * the days that its clocks change. Where an imported series has a gap, the same hour in the last week it is known of
 * counts.
 */
export function baseOver(
  sources: BaseLoadSources,
  from: Instant,
  slotMs: number,
  slots: number,
): BaseLoadAhead {
  const loadOf = slotLoad(sources, from, from + slots * slotMs)
  const loads = Array.from({ length: slots }, (_, slot) => {
    const startsAt = from + slot * slotMs
    return loadOf(startsAt, startsAt + slotMs)
  })
  return {
    // Below zero the building would make room for cars that a cloud takes away again.
    baseW: loads.map(([loadW]) => Math.max(0, Math.round(loadW))),
    sources: loads.map(([, source]) => source),
  }
}

function slotLoad(
  sources: BaseLoadSources,
  from: Instant,
  until: Instant,
): (startsAt: Instant, endsAt: Instant) => SlotLoad {
  const { site, series } = sources
  const { baseLoad, timeZone } = site
  switch (baseLoad.kind) {
    case 'none':
      return () => [0, 'told']
    case 'constant':
      return () => [baseLoad.powerW, 'told']
    case 'profile': {
      const hours = wallPieces(from, until, timeZone, wholeHours).map(
        ({ startsAt, endsAt, weekday, minute }) => {
          const dayW = weekday <= 5 ? baseLoad.weekdayW : baseLoad.weekendW
          return { startsAt, endsAt, value: dayW[Math.floor(minute / 60)] ?? 0 }
        },
      )
      return (startsAt, endsAt) => [meanBetween(hours, startsAt, endsAt) ?? 0, 'told']
    }
    case 'series': {
      const offsets = offsetsOver(Math.min(from, series[0]?.startsAt ?? from), until, timeZone)
      return (startsAt, endsAt) => {
        const told = meanBetween(series, startsAt, endsAt)
        if (told !== null) return [told, 'told']
        const before = meanWeeksBefore(series, startsAt, endsAt, offsets)
        return before === null ? UNKNOWN : [before, 'guessed']
      }
    }
    case 'meter':
      return meteredLoad(sources, offsetsOver(from, until, timeZone))
  }
}

function meteredLoad(
  { usual = () => null, now, nowW = null, site }: BaseLoadSources,
  offsets: readonly OffsetSpan[],
): (startsAt: Instant, endsAt: Instant) => SlotLoad {
  const usualAt = (at: Instant, offsetMs: number): number | null => {
    const { weekday, minute } = shownAt(at, offsetMs)
    return usual(weekday, Math.floor(minute / 15))
  }
  const [atNow] = offsetsOver(now, now + 1, site.timeZone)
  const usualNowW = usualAt(now, atNow?.offsetMs ?? 0)
  const deviationW = nowW === null || usualNowW === null ? 0 : nowW - usualNowW
  return (startsAt, endsAt) => {
    const middle = (startsAt + endsAt) / 2
    const usualW = usualAt(middle, offsetAt(offsets, middle))
    if (usualW === null) return nowW === null ? UNKNOWN : [nowW, 'guessed']
    const left = Math.min(1, Math.max(0, 1 - (middle - now) / DEVIATION_FADES_MS))
    return [usualW + deviationW * left, 'guessed']
  }
}
