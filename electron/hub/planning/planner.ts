import {
  gridAhead,
  type GridAhead,
  type GridSources,
} from '../../../shared/domain/demand/grid-ahead.ts'
import {
  type FixedDraw,
  fixedFare,
  fixedSession,
} from '../../../shared/domain/demand/fixed-draw.ts'
import {
  GOOD_MARGIN_MS,
  LEAST_MARGIN_MS,
  withMargin,
} from '../../../shared/domain/demand/margin.ts'
import { planLine, planRow } from '../../../shared/domain/demand/plan-rows.ts'
import { problemOf } from '../../../shared/domain/demand/problem-of.ts'
import { sessionOf } from '../../../shared/domain/demand/session-of.ts'
import { slowEndWh, withSlowEnd } from '../../../shared/domain/demand/slow-end.ts'
import { slotAt } from '../../../shared/domain/demand/slots.ts'
import { placeOf, presentStates } from '../../../shared/domain/booking/states.ts'
import type { PlanningProblem, PlanSession } from '../../../shared/domain/planning/problem.ts'
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

/** Where nothing is urgent, changes that come one after the other are planned together. */
const CALM_MS = 5 * SECOND

/** Planning takes no more than this share of the hub's time, however much there is to plan. */
const MOST_SHARE = 0.1

/** A plan that came to nothing is tried again after this. */
const TRY_AGAIN_MS = 10 * SECOND

export interface PlannerParts {
  readonly store: Store
  readonly clock: () => Instant
  readonly mirror: SiteMirror
  readonly planner: Planner
  readonly building: Building
  /** Connectors that draw what they draw, whatever is planned. */
  readonly fixed: () => readonly FixedDraw[]
  /** Told of each plan once it is on disk. */
  readonly planned: () => void
}

/** The site's plan, kept up to date. */
export interface SitePlan {
  /**
   * Plans anew if something has changed, or if the plan is old.
   * @param change `urgent` is planned at once, what is only `changed` some seconds later together with what else is
   */
  keep(change: 'none' | 'changed' | 'urgent'): Promise<void>
  /** What the grid bears from a slot on. @param more limits that aren't set yet */
  gridFrom(firstSlot: number, slots: number, more?: readonly TemporaryLimit[]): GridAhead
  /** What the cars want that touch these slots. */
  sessionsWithin(firstSlot: number, slots: number): PlanSession[]
}

interface Demand {
  /** What the car wants. */
  readonly session: PlanSession
  /** What is planned for it. */
  readonly planned: PlanSession
  /** The power that it draws whatever is planned; null for one that can be told. */
  readonly fixedW: number | null
}

function fixedLine(line: PlanLine, session: PlanSession, fixedW: number): PlanLine {
  const { readyAt, shortfallWh } = fixedFare(session, fixedW)
  const because = shortfallWh > 0 ? 'limit' : null
  return { ...line, readyAt, shortfallWh: Math.ceil(shortfallWh), because, critical: [] }
}

/** @param stored the lines of the plan that is on disk */
export function sitePlan(parts: PlannerParts, stored: readonly PlanLine[]): SitePlan {
  const { store, clock, mirror, planner, building, fixed } = parts
  let lines = new Map(stored.map((line) => [line.id, line]))
  let plannedAt = -Infinity
  let triedAt = -Infinity
  let running: Promise<void> | null = null
  let wanted: 'none' | 'changed' | 'urgent' = 'none'
  let tookMs = 0

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

  /** What each car wants, and how that is planned: as it is, or as the power that it can't be kept from. */
  const demandWithin = (firstSlot: number, slots: number): Demand[] => {
    const now = clock()
    const around = demandAround(mirror.rows, now)
    const left = new Map(fixed().map((draw) => [`${draw.stationId}/${draw.connectorId}`, draw]))
    const demand = [...mirror.rows.bookings.values()].flatMap((booking): Demand[] => {
      if (slotAt(booking.arrivesAt) >= firstSlot + slots) return []
      const session = sessionOf(booking, around)
      if (session === null) return []
      const place = placeOf(booking) ?? ''
      const draw = presentStates.has(booking.state) ? left.get(place) : undefined
      if (draw === undefined) return [{ session, planned: session, fixedW: null }]
      left.delete(place)
      return [{ session, planned: fixedSession(draw, session, now), fixedW: draw.w }]
    })
    const unknown = [...left.values()].map((draw): Demand => {
      const planned = fixedSession(draw, null, now)
      return { session: planned, planned, fixedW: draw.w }
    })
    return [...demand, ...unknown]
  }

  const sessionsWithin: SitePlan['sessionsWithin'] = (firstSlot, slots) => {
    return demandWithin(firstSlot, slots).map(({ planned }) => planned)
  }

  const plan = async (): Promise<void> => {
    const now = clock()
    const firstSlot = Math.floor(slotAt(now))
    const grid = gridFrom(firstSlot, PLAN_SLOTS)
    const demand = demandWithin(firstSlot, PLAN_SLOTS)
    const bookings = new Map(mirror.rows.bookings)
    const objective = mirror.rows.site?.planObjective ?? 'flattest'
    const problemWith = (marginMs: number): PlanningProblem => {
      const sessions = demand.map(({ planned, fixedW }) => {
        const booking = fixedW === null ? bookings.get(planned.id) : undefined
        return booking === undefined ? planned : withMargin(planned, booking, marginMs)
      })
      return problemOf(sessions, grid, now)
    }
    const answer = await planner.ask('plan', {
      early: problemWith(GOOD_MARGIN_MS),
      problem: problemWith(LEAST_MARGIN_MS),
      objective,
      firstSlot,
    })
    const plannedOf = new Map(answer.sessions.map((session) => [session.id, session]))
    const unmetOf = new Map(answer.unmet.map((unmet) => [unmet.sessionId, unmet]))
    const next = demand.flatMap(({ session, fixedW }) => {
      const booking = bookings.get(session.id)
      if (booking === undefined) return []
      const { id } = session
      const line = planLine(booking, session, plannedOf.get(id), unmetOf.get(id), firstSlot, now)
      if (line === null) return []
      if (fixedW !== null) return fixedLine(line, session, fixedW)
      const { powerType = null } = mirror.rows.connectors.get(placeOf(booking) ?? '') ?? {}
      return withSlowEnd(line, slowEndWh(booking, session, powerType))
    })
    const change = changeOf(planRow(answer, grid, now), next, lines)
    const before = lines
    await store.work('hub', (tx) => savePlan(tx, change, before))
    lines = new Map(next.map((line) => [line.id, line]))
    plannedAt = now
    parts.planned()
  }

  return {
    gridFrom,
    sessionsWithin,
    async keep(change) {
      const now = clock()
      if (wanted === 'none' || change === 'urgent') wanted = change === 'none' ? wanted : change
      if (running !== null) return running
      const isOld = now - plannedAt >= PLAN_EVERY_MS && now - triedAt >= TRY_AGAIN_MS
      const calmMs = Math.max(CALM_MS, tookMs / MOST_SHARE)
      const isDue = wanted === 'urgent' || (wanted === 'changed' && now - triedAt >= calmMs)
      if (!isDue && !isOld) return
      wanted = 'none'
      triedAt = now
      running = plan().finally(() => {
        running = null
        tookMs = clock() - now
      })
      return running
    },
  }
}
