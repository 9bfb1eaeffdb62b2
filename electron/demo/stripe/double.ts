import { newControls } from './control/controls.ts'
import type { Controls } from './control/controls.ts'
import type { Engine, Store } from './engine.ts'
import { newFaults } from './fault/fault.ts'
import type { Faults } from './fault/fault.ts'
import { inProcessFetch } from './http/in-process.ts'
import type { KeyGrant, Keys } from './http/key.ts'
import type { WireOutcome, WireRequest } from './http/message.ts'
import { serve } from './http/serve.ts'
import { newPages } from './page/pages.ts'
import type { ShowPage } from './page/pages.ts'
import { randomId } from './world/new-id.ts'
import { newAccount } from './world/world.ts'

/** What a double is made with; all of it may be left out. */
export type DoubleOptions = {
  /** Epoch ms. */
  clock?: () => number
  /** Makes an id behind a prefix, each once. */
  newId?: (prefix: string) => string
  /** The keys of the account and what they may do. */
  keys?: Readonly<Record<string, KeyGrant>>
  /** Where the account is kept over a restart. */
  store?: Store
  /** Where the hosted pages are served, without a slash at the end. */
  pages?: string
  /** Told when the double itself is wrong; unless one is given, the process hears of it. */
  onBug?: (error: unknown) => void
}

/** A Stripe of one's own. */
export type StripeDouble = {
  /** Answers one request, or fails as the wire would. */
  handle: (request: WireRequest) => Promise<WireOutcome>
  /** For `Stripe.createFetchHttpClient`: the double without a socket. */
  fetch: typeof fetch
  /** What people and banks do, in test mode. */
  controls: Controls
  /** The same in live mode. */
  inLiveMode: Controls
  /** The pages that people see, for a browser's request. */
  showPage: ShowPage
  faults: Faults
  /** The account's keys; they may change while it runs. */
  keys: Keys
  accountId: string
}

/** The key that opens everything in test mode, unless others are given. */
export const TEST_KEY = 'rk_test_double0000000000000000'

/**
 * A stateful double of Stripe's API, as the SDK knows it. It holds every request and every answer to
 * the SDK's own types.
 */
export function stripeDouble(options: DoubleOptions = {}): StripeDouble {
  const { clock = Date.now, newId = randomId, store = null, pages = 'http://127.0.0.1' } = options
  const keys = new Map(Object.entries(options.keys ?? { [TEST_KEY]: { rights: 'all' } }))
  const faults = newFaults()
  const engine: Engine = {
    account: store?.load() ?? newAccount(newId('acct')),
    clock,
    newId,
    pages,
    keys,
    faults,
    store,
    inFlight: { test: new Set(), live: new Set() },
  }
  const { onBug = outcry } = options
  const handle = async (request: WireRequest): Promise<WireOutcome> => {
    if (faults.isOffline()) return { kind: 'reset' }
    try {
      return await serve(engine, request)
    } catch (error) {
      onBug(error)
      throw error
    }
  }
  const controls = newControls(engine)
  const inLiveMode = newControls(engine, true)
  return {
    handle,
    fetch: inProcessFetch(handle),
    controls,
    inLiveMode,
    showPage: newPages(engine, controls, inLiveMode),
    faults,
    keys,
    accountId: engine.account.id,
  }
}

/** The SDK takes whatever its wire throws for a bad line, and a bug must not pass for one. */
function outcry(error: unknown): void {
  queueMicrotask(() => {
    throw error
  })
}
