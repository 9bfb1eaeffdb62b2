import type { Instant } from '../../time/instant.ts'
import type { Id } from '../id/id.ts'
import type { Payment } from './payment.ts'
import type { Refund } from './refund.ts'

/**
 * A refund of a payment of which Stripe has not been told, save for what is told.
 * @param told how much it is, why, and what is already known
 */
export function newRefund(
  { id, at, givenBy }: { id: Id; at: Instant; givenBy: string },
  { id: paymentId, billId, currency }: Pick<Payment, 'id' | 'billId' | 'currency'>,
  told: Pick<Refund, 'amountMinor' | 'reason' | 'note'> & Partial<Refund>,
): Refund {
  return {
    id,
    paymentId,
    billId,
    currency,
    roundingMinor: 0,
    state: 'requested',
    takenOff: [],
    stripeRefundId: null,
    failureReason: null,
    receiptNumber: null,
    givenBy,
    approvedBy: null,
    tillId: null,
    shiftId: null,
    createdAt: at,
    updatedAt: at,
    ...told,
  }
}
