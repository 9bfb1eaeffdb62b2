import { HOUR, SECOND, type Instant } from '../../shared/time/instant.ts'
import { type BillKeeper, billKeeper } from './bill/bill-keeper.ts'
import type { Happened } from './charger-event.ts'
import type { Chore } from './energy.ts'
import type { Store } from './store/store.ts'

/** What of the hub looks after money: what each stay costs, and how it is paid. */
export interface Money {
  readonly bills: BillKeeper
  readonly happened: Happened
  readonly chores: readonly Chore[]
  close(): Promise<void>
}

export interface MoneyParts {
  readonly store: Store
  readonly clock: () => Instant
  /** Told what kept a bill from being brought up to date. */
  readonly failed: (error: unknown) => void
}

/** Puts the rooms together that tell each other of money: a bill that is final settles its payments. */
export function openMoney({ store, clock, failed }: MoneyParts): Money {
  const bills = billKeeper({ store, clock, failed, settled: () => undefined })
  return {
    bills,
    happened: bills.happened,
    chores: [
      { everyMs: 5 * SECOND, run: () => bills.look() },
      { everyMs: 24 * HOUR, run: () => bills.forgetOld() },
    ],
    async close() {
      bills.close()
    },
  }
}
