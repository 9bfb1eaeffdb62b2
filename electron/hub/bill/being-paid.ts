import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { unfinishedPayments } from '../../../shared/domain/payment/payment.ts'
import type { Writes } from '../store/writes.ts'

/** Whether money has been taken for it, or is under way. */
export function isBeingPaid(tx: Writes, { id }: Bill): boolean {
  return tx
    .find('payment', { billId: id })
    .some(
      ({ state, capturedMinor, refundedMinor }) =>
        unfinishedPayments.has(state) || capturedMinor > refundedMinor,
    )
}
