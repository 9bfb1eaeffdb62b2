import type { Id } from '../../../shared/domain/id/id.ts'
import { type Payment, unfinishedPayments } from '../../../shared/domain/payment/payment.ts'
import type { TillPayment } from '../../../shared/domain/till/under-way.ts'
import type { Lookups } from '../store/reads.ts'

/** The payments of a till that are not over, the oldest first. */
export function unfinishedAt(tx: Lookups, tillId: Id): Payment[] {
  // State by state, as each has its place in the index.
  return [...unfinishedPayments]
    .flatMap((state) => tx.find('payment', { tillId, state }))
    .toSorted((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1))
}

/** A payment as a report names it. */
export function asTillPayment(
  tx: Lookups,
  { id: paymentId, billId, means, state, amountMinor, currency }: Payment,
): TillPayment {
  const plate = tx.get('bill', billId)?.plate ?? ''
  return { paymentId, billId, means, state, amountMinor, currency, plate }
}
