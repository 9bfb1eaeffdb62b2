import type { Instant } from '../../time/instant.ts'
import type { BookSite } from '../planning/book.ts'
import { lowerInW } from '../planning/phase/in-watts.ts'
import type { FeederLimit } from '../planning/problem.ts'
import { baseOver, type UsualLoad } from '../site/base-over.ts'
import type { Feeder } from '../site/feeder.ts'
import { feederLimitsOver, limitOver } from '../site/limit-over.ts'
import { pricesOver } from '../site/prices-over.ts'
import type { SeriesStep } from '../site/series.ts'
import type { Site } from '../site/site.ts'
import type { TemporaryLimit } from '../site/temporary-limit.ts'
import { slotAt, SLOT_MS, startOfSlot } from './slots.ts'

/** What the grid of a site is told from. */
export interface GridSources {
  readonly site: Site
  readonly feeders: readonly Feeder[]
  readonly temporaryLimits: readonly TemporaryLimit[]
  /** Imported, in order, some weeks back included. */
  readonly baseSeries: readonly SeriesStep[]
  readonly priceSeries: readonly SeriesStep[]
  readonly usual?: UsualLoad
  /** What the building's live meter tells now, W; null when it is silent. */
  readonly buildingW: number | null
}

/** What the grid bears, and what lies on it, slot by slot. */
export interface GridAhead {
  /** Counted from the epoch, see `slots.ts`. */
  readonly firstSlot: number
  readonly slots: number
  readonly baseW: readonly number[]
  /** What the site may draw, the building included; null where no limit is known. */
  readonly limitW: readonly number[] | null
  /** 0.1 A on each phase, the building included; null where the site isn't fused by phase. */
  readonly limitDa: readonly number[] | null
  readonly voltageV: number
  readonly feeders: readonly FeederLimit[]
  /** Minor units per MWh; null where it makes no difference when. */
  readonly prices: readonly number[] | null
}

/** What the grid bears from a slot on. */
export function gridAhead(
  sources: GridSources,
  firstSlot: number,
  slots: number,
  now: Instant,
): GridAhead {
  const { site, feeders, temporaryLimits, usual, buildingW } = sources
  const from = startOfSlot(firstSlot)
  const limit = limitOver({ site, temporaryLimits }, from, SLOT_MS, slots)
  const base = {
    site,
    series: sources.baseSeries,
    now,
    nowW: buildingW,
    ...(usual === undefined ? {} : { usual }),
  }
  return {
    firstSlot,
    slots,
    baseW: baseOver(base, from, SLOT_MS, slots).baseW,
    limitW: limit?.limitW ?? null,
    limitDa: limit?.limitDa ?? null,
    voltageV: site.voltageV,
    feeders: feederLimitsOver(feeders, slots),
    prices: pricesOver({ site, series: sources.priceSeries }, from, SLOT_MS, slots),
  }
}

/** What a promise book is to know of the grid: what all phases bear together where they are limited by current. */
export function bookSite(grid: GridAhead, now: Instant): BookSite {
  const { firstSlot, slots, baseW, feeders, voltageV } = grid
  return {
    firstSlot,
    slots,
    slotMinutes: SLOT_MS / 60_000,
    elapsed: Math.min(ALMOST_ALL, Math.max(0, slotAt(now) - firstSlot)),
    baseW,
    limitW: lowerInW(grid.limitW, grid.limitDa, voltageV),
    feeders: feeders.map((feeder) => ({
      ...feeder,
      limitW: lowerInW(feeder.limitW, feeder.limitDa, voltageV),
    })),
  }
}

/** Of a slot that is over but for a blink this much is taken to be over: something has to be left to plan in. */
export const ALMOST_ALL = 0.99

/** Whether anything is limited at all; where nothing is, nothing has to be proven or held back. */
export function isLimited({ limitW, limitDa, feeders }: GridAhead): boolean {
  if (limitW !== null || limitDa !== null) return true
  return feeders.some((feeder) => feeder.limitW !== null || feeder.limitDa !== null)
}
