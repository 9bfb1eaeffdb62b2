import {
  gridAhead,
  type GridAhead,
  type GridSources,
} from '../../../shared/domain/demand/grid-ahead.ts'
import { planLine, planRow } from '../../../shared/domain/demand/plan-rows.ts'
import { problemOf } from '../../../shared/domain/demand/problem-of.ts'
import { sessionOf } from '../../../shared/domain/demand/session-of.ts'
import { slotAt } from '../../../shared/domain/demand/slots.ts'
import type { PlanSession } from '../../../shared/domain/planning/problem.ts'
import type { PlanLine } from '../../../shared/domain/planning/stored-plan.ts'
import type { TemporaryLimit } from '../../../shared/domain/site/temporary-limit.ts'
import { MINUTE, SECOND, type Instant } from '../../../shared/time/instant.ts'
import type { Store } from '../store/store.ts'
import type { Building } from './building.ts'
import { changeOf, savePlan } from './save-plan.ts'
import { demandAround, type SiteMirror } from './site-mirror.ts'
import type { Planner } from './threaded-planner.ts'

/** How far ahead the plan reaches, slots: two days. */
export const PLAN_SLOTS = 192

/** Time passes, cars charge more or less than planned: so often it is planned anew in any case. */
const PLAN_EVERY_MS = MINUTE

/** A plan that came to nothing is tried again after this. */
const TRY_AGAIN_MS = 10 * SECOND

export interface PlannerParts {
  readonly store: Store
  readonly clock: () => Instant
  readonly mirror: SiteMirror
  readonly planner: Planner
  readonly building: Building
  /** Told of each plan once it is on disk. */
  readonly planned: () => void
}

/** The site's plan, kept up to date. */
export interface SitePlan {
  /** Plans anew if something has changed, or if the plan is old. @param changed whether something has */
  keep(changed: boolean): Promise<void>
  /** What the grid bears from a slot on. @param more limits that aren't set yet */
  gridFrom(firstSlot: number, slots: number, more?: readonly TemporaryLimit[]): GridAhead
  /** What the cars want that touch these slots. */
  sessionsWithin(firstSlot: number, slots: number): PlanSession[]
}

/** @param stored the lines of the plan that is on disk */
export function sitePlan(parts: PlannerParts, stored: readonly PlanLine[]): SitePlan {
  const { store, clock, mirror, planner, building, planned } = parts
  let lines = new Map(stored.map((line) => [line.id, line]))
  let plannedAt = -Infinity
  let triedAt = -Infinity
  let running: Promise<void> | null = null
  let again = false

  const gridFrom: SitePlan['gridFrom'] = (firstSlot, slots, more = []) => {
    const { rows } = mirror
    if (rows.site === null) throw new Error('The site is made when the hub starts.')
    const sources: GridSources = {
      site: rows.site,
      feeders: [...rows.feeders.values()],
      temporaryLimits: [...rows.temporaryLimits.values(), ...more],
      baseSeries: rows.baseSeries,
      priceSeries: rows.priceSeries,
      ...building.now(clock()),
    }
    return gridAhead(sources, firstSlot, slots, clock())
  }

  const sessionsWithin: SitePlan['sessionsWithin'] = (firstSlot, slots) => {
    const around = demandAround(mirror.rows, clock())
    return [...mirror.rows.bookings.values()].flatMap((booking) => {
      if (slotAt(booking.arrivesAt) >= firstSlot + slots) return []
      return sessionOf(booking, around) ?? []
    })
  }

  const plan = async (): Promise<void> => {
    const now = clock()
    const firstSlot = Math.floor(slotAt(now))
    const grid = gridFrom(firstSlot, PLAN_SLOTS)
    const sessions = sessionsWithin(firstSlot, PLAN_SLOTS)
    const bookings = new Map(mirror.rows.bookings)
    const objective = mirror.rows.site?.planObjective ?? 'flattest'
    const problem = problemOf(sessions, grid, now)
    const answer = await planner.ask('plan', { problem, objective })
    const plannedOf = new Map(answer.sessions.map((session) => [session.id, session]))
    const unmetOf = new Map(answer.unmet.map((unmet) => [unmet.sessionId, unmet]))
    const next = sessions.flatMap((session) => {
      const booking = bookings.get(session.id)
      if (booking === undefined) return []
      const { id } = session
      return planLine(booking, session, plannedOf.get(id), unmetOf.get(id), firstSlot, now) ?? []
    })
    const change = changeOf(planRow(answer, grid, now), next, lines)
    const before = lines
    await store.work('hub', (tx) => savePlan(tx, change, before))
    lines = new Map(next.map((line) => [line.id, line]))
    plannedAt = now
    planned()
  }

  return {
    gridFrom,
    sessionsWithin,
    async keep(changed) {
      const now = clock()
      again ||= changed
      if (running !== null) return running
      const isOld = now - plannedAt >= PLAN_EVERY_MS && now - triedAt >= TRY_AGAIN_MS
      if (!again && !isOld) return
      again = false
      triedAt = now
      running = plan().finally(() => (running = null))
      return running
    },
  }
}
