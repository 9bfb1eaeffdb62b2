import type { FaultBox } from './fault/fault.ts'
import type { Keys } from './http/key.ts'
import { happen } from './payment/happen.ts'
import type { Scene } from './world/scene.ts'
import type { Account } from './world/world.ts'

/** Where the account is kept; nowhere when it lives as long as its process. */
export type Store = {
  load: () => Account | null
  save: (account: Account) => void
  /** Writes down what still waits to be. */
  flush: () => void
}

/** The account with all it takes to let something happen in it. */
export type Engine = {
  account: Account
  /** Epoch ms. */
  clock: () => number
  newId: (prefix: string) => string
  /** Where the hosted pages are, without a slash at the end. */
  pages: string
  keys: Keys
  faults: FaultBox
  store: Store | null
  /** Idempotency keys whose first request isn't answered yet, by mode. */
  inFlight: { test: Set<string>; live: Set<string> }
}

/** A mode of the account as it is now. */
export function sceneOf(engine: Engine, livemode: boolean, asked: Scene['asked'] = null): Scene {
  const { account, clock, newId, pages, faults } = engine
  return {
    account,
    world: livemode ? account.live : account.test,
    now: clock() + account.shiftMs,
    newId,
    asked,
    pages,
    searchLagMs: faults.searchLagMs(),
    tellEvent: ({ type }) => ({ delayMs: 0, twice: false, back: 0, ...faults.ofEvent(type) }),
  }
}

/** Lets time pass: what is due in either mode happens. */
export function catchUp(engine: Engine): void {
  const test = happen(sceneOf(engine, false))
  const live = happen(sceneOf(engine, true))
  if (test || live) engine.store?.save(engine.account)
}
