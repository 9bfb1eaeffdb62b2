import type { PlanningOutlook } from '../../../shared/contract/planning.ts'
import type { FixedDraw } from '../../../shared/domain/demand/fixed-draw.ts'
import type { GridAhead } from '../../../shared/domain/demand/grid-ahead.ts'
import { planRow } from '../../../shared/domain/demand/plan-rows.ts'
import { problemOf } from '../../../shared/domain/demand/problem-of.ts'
import { slotAt } from '../../../shared/domain/demand/slots.ts'
import type { WishedStay } from '../../../shared/domain/offer/offer.ts'
import type { Plan } from '../../../shared/domain/planning/plan.ts'
import type { TemporaryLimit } from '../../../shared/domain/site/temporary-limit.ts'
import { SECOND, type Instant } from '../../../shared/time/instant.ts'
import type { Promises } from '../promises.ts'
import type { Store } from '../store/store.ts'
import type { Building } from './building.ts'
import { findOffers, type FoundOffers, type OffersShown } from './offers.ts'
import { PLAN_SLOTS, sitePlan } from './planner.ts'
import { promiseKeeper } from './promise-keeper.ts'
import { siteMirror } from './site-mirror.ts'
import { type Planner, threadedPlanner } from './threaded-planner.ts'

/** What of the plan the hub's faces ask for. */
export interface Planning {
  readonly promises: Promises
  readonly planner: Planner
  /** How a stretch of time is planned; at most two weeks, from now on. */
  outlook(from: Instant, until: Instant): Promise<PlanningOutlook>
  findOffers(wish: WishedStay, shown: OffersShown): Promise<FoundOffers>
  /** The promises that can't be kept under one more limit. */
  unkeptUnder(limit: TemporaryLimit): Promise<{ bookingId: string; shortfallWh: number }[]>
  /** Imported base load or prices have changed. */
  seriesChanged(): Promise<void>
}

export interface RunningPlanning extends Planning {
  /** Looks whether there is anything to plan. To be called every second or so. */
  tick(): Promise<void>
  close(): Promise<void>
}

export interface PlanningParts {
  readonly store: Store
  readonly clock: () => Instant
  readonly building: Building
  /** Connectors that draw what they draw, whatever is planned. */
  readonly fixed: () => readonly FixedDraw[]
  /** Told of each plan once it is on disk. */
  readonly planned: () => void
}

const MOST_SLOTS = 14 * 96

/** Changes that come together are planned together: so long after the first of them. */
const GATHER_MS = SECOND / 4

/** Reads the site and begins to plan. */
export async function openPlanning(parts: PlanningParts): Promise<RunningPlanning> {
  const { store, clock } = parts
  const mirror = await siteMirror(store, clock)
  const planner = threadedPlanner()
  const plan = sitePlan({ ...parts, mirror, planner }, await store.reads.find('planLine', {}))
  let isBehind = false
  let changed: 'none' | 'changed' | 'urgent' = 'none'
  const look = (): void => {
    const change = mirror.sync()
    isBehind ||= change === null
    if (change === null) return
    if (change.urgent) changed = 'urgent'
    else if (changed === 'none' && (change.wide || change.sessions)) changed = 'changed'
    keeper.note(change)
  }
  const keeper = promiseKeeper(mirror, look, plan, clock)
  let gathering: NodeJS.Timeout | undefined
  let closed = false

  const tick = async (): Promise<void> => {
    if (closed) return
    look()
    if (isBehind) {
      await mirror.reload()
      keeper.beginAnew()
      changed = 'urgent'
      isBehind = false
    }
    keeper.settle()
    const isOther = changed
    changed = 'none'
    await plan.keep(isOther)
  }
  const soon = (): void => {
    gathering ??= setTimeout(() => {
      gathering = undefined
      // What it fails on is told by the next regular look.
      tick().catch(() => undefined)
    }, GATHER_MS).unref()
  }
  const unsubscribe = store.feed.subscribe(soon)

  const solved = async (
    firstSlot: number,
    slots: number,
    more: readonly TemporaryLimit[] = [],
  ): Promise<{ grid: GridAhead; plan: Plan }> => {
    look()
    const grid = plan.gridFrom(firstSlot, slots, more)
    const problem = problemOf(plan.sessionsWithin(firstSlot, slots), grid, clock())
    const objective = mirror.rows.site?.planObjective ?? 'flattest'
    return { grid, plan: await planner.ask('solve', { problem, objective }) }
  }

  /** Whose car goes short. What a charger draws that can't be told is planned around, but nobody's booking. */
  const shortBookings = ({ unmet }: Plan): { bookingId: string; shortfallWh: number }[] =>
    unmet
      .filter(({ sessionId }) => mirror.rows.bookings.has(sessionId))
      .map(({ sessionId, shortfallWh }) => ({
        bookingId: sessionId,
        shortfallWh: Math.ceil(shortfallWh),
      }))

  return {
    promises: keeper.promises,
    planner,
    tick,
    async outlook(from, until) {
      const now = clock()
      const firstSlot = Math.floor(slotAt(Math.max(from, now)))
      const slots = Math.min(MOST_SLOTS, Math.max(1, Math.ceil(slotAt(until)) - firstSlot))
      const answer = await solved(firstSlot, slots)
      const { startsAt, slotMs, baseW, limitW, plannedW, peakW, provenPeakW, critical } = planRow(
        answer.plan,
        answer.grid,
        now,
      )
      const unmet = shortBookings(answer.plan)
      return { startsAt, slotMs, baseW, limitW, plannedW, peakW, provenPeakW, critical, unmet }
    },
    findOffers(wish, shown) {
      look()
      return findOffers(wish, shown, { rows: mirror.rows, plan, planner, now: clock() })
    },
    async unkeptUnder(limit) {
      const firstSlot = Math.floor(slotAt(clock()))
      const { plan: under } = await solved(firstSlot, PLAN_SLOTS, [limit])
      const promised = new Set(
        plan.sessionsWithin(firstSlot, PLAN_SLOTS).flatMap((one) => (one.promised ? [one.id] : [])),
      )
      return shortBookings(under).filter(({ bookingId }) => promised.has(bookingId))
    },
    async seriesChanged() {
      await mirror.readSeries()
      keeper.beginAnew()
      changed = 'urgent'
      soon()
    },
    async close() {
      closed = true
      unsubscribe()
      clearTimeout(gathering)
      await planner.close()
    },
  }
}
