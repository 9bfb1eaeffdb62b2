import { HOUR, MINUTE, SECOND, type Instant } from '../../shared/time/instant.ts'
import type { Happened } from './charger-event.ts'
import type { Chargers } from './chargers.ts'
import { dispatcher } from './dispatch/dispatcher.ts'
import { type BuildingLoad, buildingLoad } from './load/building.ts'
import { loadKeeper } from './load/load-keeper.ts'
import { forgetOldLoad } from './load/retention.ts'
import { openPlanning, type Planning } from './planning/planning.ts'
import type { Store } from './store/store.ts'

/** Something to be done again and again. */
export interface Chore {
  readonly everyMs: number
  run(): Promise<unknown>
}

/** What of the hub looks after energy: what is drawn, what is planned, and what chargers are told of it. */
export interface Energy {
  readonly planning: Planning
  readonly building: BuildingLoad
  readonly happened: Happened
  readonly chores: readonly Chore[]
  close(): Promise<void>
}

export interface EnergyParts {
  readonly store: Store
  readonly clock: () => Instant
  readonly chargers: Chargers
  /** Told what kept a plan from reaching the chargers. */
  readonly failed: (error: unknown) => void
}

/**
 * Puts the rooms together that go round in a circle: planning leaves alone what the dispatcher can't tell, the
 * dispatcher takes each plan to the chargers, and both know what the building draws.
 */
export async function openEnergy({ store, clock, chargers, failed }: EnergyParts): Promise<Energy> {
  const loads = loadKeeper(store)
  const building = buildingLoad(store, loads.watch, clock)
  await building.refresh()
  const buildingNowW = () => building.now(clock()).buildingW
  const dispatch = dispatcher({ store, chargers, buildingNowW, failed })
  const planning = await openPlanning({
    store,
    clock,
    building,
    fixed: () => dispatch.reserved(),
    planned: () => dispatch.planned(),
  })
  return {
    planning,
    building,
    happened(tx, event) {
      dispatch.happened(tx, event)
      loads.happened(event)
    },
    chores: [
      { everyMs: 5 * SECOND, run: () => planning.tick() },
      { everyMs: 5 * SECOND, run: () => dispatch.look() },
      { everyMs: 20 * SECOND, run: () => loads.roll() },
      { everyMs: 15 * MINUTE, run: () => building.refresh() },
      { everyMs: HOUR, run: () => forgetOldLoad(store, clock()) },
    ],
    async close() {
      await planning.close()
      await dispatch.close()
    },
  }
}
