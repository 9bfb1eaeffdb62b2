import type { Instant } from '../../time/instant.ts'
import type { FeederLimit } from '../planning/problem.ts'
import type { Feeder } from './feeder.ts'
import type { Site } from './site.ts'
import type { TemporaryLimit } from './temporary-limit.ts'

/** What the site may draw in each slot, the building included; null where it isn't limited that way. */
export interface SiteLimit {
  /** W. */
  readonly limitW: number[] | null
  /** 0.1 A on each phase. */
  readonly limitDa: number[] | null
}

/** Stands for no limit beside slots that have one, W: the greatest that a limit can be told as. */
export const UNLIMITED_W = 100_000_000

/** What the limits of a site are told from. */
export interface LimitSources {
  readonly site: Pick<Site, 'gridLimitW' | 'gridLimitDa' | 'reservePct'>
  readonly temporaryLimits: readonly TemporaryLimit[]
}

/**
 * What planning may use of the grid connection in each slot: its limit without the reserve, or a temporary limit where
 * that is lower; of a temporary limit nothing is held back. The lowest within a slot holds for all of it. Null when
 * nothing limits the site.
 */
export function limitOver(
  { site, temporaryLimits }: LimitSources,
  from: Instant,
  slotMs: number,
  slots: number,
): SiteLimit | null {
  const until = from + slots * slotMs
  const holding = temporaryLimits.filter(
    (limit) => limit.liftedAt === null && limit.from < until && limit.until > from,
  )
  const { gridLimitW, gridLimitDa, reservePct } = site
  if (gridLimitW === null && gridLimitDa === null && holding.length === 0) return null
  const usable = (limit: number) => Math.floor((limit * (100 - reservePct)) / 100)
  const limitDa = gridLimitDa === null ? null : filled(slots, usable(gridLimitDa))
  if (gridLimitW === null && holding.length === 0) return { limitW: null, limitDa }
  const limitW = filled(slots, gridLimitW === null ? UNLIMITED_W : usable(gridLimitW))
  for (const limit of holding) {
    const first = Math.max(0, Math.floor((limit.from - from) / slotMs))
    const end = Math.min(slots, Math.ceil((limit.until - from) / slotMs))
    for (let slot = first; slot < end; slot++)
      limitW[slot] = Math.min(limitW[slot] ?? UNLIMITED_W, limit.limitW)
  }
  return { limitW, limitDa }
}

/** What each feeder bears in each slot, as the planner asks for it. Their limits hold in full: the reserve is the site's. */
export function feederLimitsOver(
  feeders: readonly Pick<Feeder, 'id' | 'parentId' | 'limitW' | 'limitDa'>[],
  slots: number,
): FeederLimit[] {
  return feeders.map(({ id, parentId, limitW, limitDa }) => ({
    id,
    parentId,
    limitW: limitW === null ? null : filled(slots, limitW),
    limitDa: limitDa === null ? null : filled(slots, limitDa),
  }))
}

const filled = (slots: number, value: number): number[] =>
  Array.from({ length: slots }, () => value)
