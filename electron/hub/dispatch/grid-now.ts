import { SLOT_MS } from '../../../shared/domain/demand/slots.ts'
import type { Bounds } from '../../../shared/domain/dispatch/headroom.ts'
import type { StoredPlan } from '../../../shared/domain/planning/stored-plan.ts'
import type { Feeder } from '../../../shared/domain/site/feeder.ts'
import { limitOver } from '../../../shared/domain/site/limit-over.ts'
import type { Site } from '../../../shared/domain/site/site.ts'
import type { TemporaryLimit } from '../../../shared/domain/site/temporary-limit.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Writes } from '../store/writes.ts'

/** What the grid leaves to cars. */
export interface GridNow {
  /** In the slot of the plan that a moment lies in: temporary limits hold, and the building draws what is expected. */
  boundsAt(at: Instant): Bounds
  /** At any time: the building at its highest, nothing but the connection's own limit. */
  readonly always: Bounds
}

/** Null while nobody has told a limit of the connection: nothing is held back then. */
export function gridNow(
  tx: Writes,
  site: Site,
  plan: StoredPlan | null,
  buildingNowW: number | null,
): GridNow | null {
  if (site.gridLimitW === null && site.gridLimitDa === null) return null
  const feeders = tx.find('feeder', {}).map(boundsOf)
  const temporaryLimits = tx.find('temporaryLimit', { liftedAt: null })
  const peakW = basePeakW(tx, site, plan)
  return {
    always: bounds(site, feeders, [], tx.now, peakW),
    boundsAt(at) {
      const planned = plannedBaseW(plan, at) ?? peakW
      const isNow = Math.abs(at - tx.now) < SLOT_MS
      const baseW = isNow ? Math.max(planned, buildingNowW ?? 0) : planned
      return bounds(site, feeders, temporaryLimits, at, baseW)
    },
  }
}

function bounds(
  site: Site,
  feeders: Bounds['feeders'],
  temporaryLimits: readonly TemporaryLimit[],
  at: Instant,
  baseW: number,
): Bounds {
  const { voltageV } = site
  const holds = limitOver({ site, temporaryLimits }, at, 1, 1)
  const limitW = holds?.limitW?.[0] ?? null
  const limitDa = holds?.limitDa?.[0] ?? null
  // The building is taken to draw equally on its phases, as planning does.
  const baseDa = (baseW / 3 / voltageV) * 10
  return {
    voltageV,
    limitW: limitW === null ? null : Math.max(0, limitW - baseW),
    limitDa: limitDa === null ? null : Math.max(0, limitDa - baseDa),
    feeders,
  }
}

function boundsOf({ id, parentId, limitW, limitDa }: Feeder): Bounds['feeders'][number] {
  return { id, parentId, limitW, limitDa }
}

function plannedBaseW(plan: StoredPlan | null, at: Instant): number | null {
  if (plan === null) return null
  return plan.baseW[Math.floor((at - plan.startsAt) / plan.slotMs)] ?? null
}

/** The highest that the building is known or expected to draw, W. */
function basePeakW(tx: Writes, site: Site, plan: StoredPlan | null): number {
  const { baseLoad } = site
  switch (baseLoad.kind) {
    case 'none':
      return 0
    case 'constant':
      return baseLoad.powerW
    case 'profile':
      return Math.max(...baseLoad.weekdayW, ...baseLoad.weekendW)
    case 'series': {
      const [row] = tx.sql(`select max(value) as peak from siteSeries where kind = 'base'`, [])
      return Number(row?.['peak'] ?? 0)
    }
    case 'meter':
      return inCoarseSteps(Math.max(0, ...(plan?.baseW ?? [])), site)
  }
}

/** Fallbacks are written into chargers: they mustn't follow each kettle. Up to the next twentieth of the limit. */
function inCoarseSteps(w: number, { gridLimitW, gridLimitDa, voltageV }: Site): number {
  const stepW = (gridLimitW ?? ((gridLimitDa ?? 0) * 3 * voltageV) / 10) / 20
  return stepW > 0 ? Math.ceil(w / stepW) * stepW : w
}
