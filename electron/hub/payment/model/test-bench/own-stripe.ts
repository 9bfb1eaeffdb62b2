import { stripeDouble, type StripeDouble } from '../../../../demo/stripe/double.ts'
import type { Fault } from '../../../../demo/stripe/fault/fault.ts'
import { newAccount, type Tables } from '../../../../demo/stripe/world/world.ts'
import type { Instant } from '../../../../../shared/time/instant.ts'

/** The keys that a site may be given: two of its test account, and one of the live one. */
export const KEYS = {
  first: 'rk_test_model000000000000001',
  second: 'rk_test_model000000000000002',
  live: 'rk_live_model000000000000001',
} as const

/** A Stripe of one site's own. */
export interface OwnStripe {
  readonly double: StripeDouble
  /** Its books, in test mode. */
  readonly books: Tables
  /** What goes wrong with the next requests, one after the other. */
  readonly faults: Fault[]
  /** @throws what the double found wrong with itself */
  throwBugs(): void
}

/** @param newNumber each once */
export function ownStripe(clock: () => Instant, newNumber: () => number): OwnStripe {
  const account = newAccount(`acct_${newNumber()}`)
  const bugs: unknown[] = []
  const double = stripeDouble({
    clock,
    pages: 'http://double.test',
    newId: (prefix) => `${prefix}_${newNumber()}`,
    keys: Object.fromEntries(Object.values(KEYS).map((key) => [key, { rights: 'all' }])),
    store: { load: () => account, save: () => undefined, flush: () => undefined },
    onBug: (error) => bugs.push(error),
  })
  const faults: Fault[] = []
  double.faults.always(() => faults.shift() ?? null)
  return {
    double,
    books: account.test.tables,
    faults,
    throwBugs() {
      if (bugs.length > 0) throw bugs[0]
    },
  }
}
