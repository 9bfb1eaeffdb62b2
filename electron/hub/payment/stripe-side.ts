import type { MoneyMode } from '../../../shared/domain/payment/payment.ts'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Writes } from '../store/writes.ts'

/** Where Stripe moves money: nowhere in practice and test, and for real. */
export type StripeMode = Exclude<MoneyMode, 'local'>

/** What a unit of work on payments asks of the side that talks to Stripe. */
export interface StripeSide {
  /** Where money would be moved now; `none` no key is set, `locked` it waits for its passphrase. */
  mode(): StripeMode | 'none' | 'locked'
  /** There is something to be sent: told once the unit is on disk. */
  wake(): void
  /** Told in the unit in which money for a bill came in, is held, or can't come any more. */
  moneyChanged(tx: Writes, bill: Bill): void
}
