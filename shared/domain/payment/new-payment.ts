import type { Instant } from '../../time/instant.ts'
import type { Bill } from '../bill/bill.ts'
import type { Id } from '../id/id.ts'
import type { Payment } from './payment.ts'

/**
 * A payment of a bill for which nothing has moved yet, save for what is told.
 * @param told what it is, and what of it is already known
 */
export function newPayment(
  { id, at, takenBy }: { id: Id; at: Instant; takenBy: string },
  bill: Pick<Bill, 'id' | 'currency'>,
  told: Pick<Payment, 'means' | 'capture' | 'mode' | 'amountMinor'> & Partial<Payment>,
): Payment {
  return {
    id,
    billId: bill.id,
    state: 'requested',
    currency: bill.currency,
    capturedMinor: 0,
    refundedMinor: 0,
    feeMinor: null,
    tenderedMinor: null,
    changeMinor: null,
    roundingMinor: 0,
    reference: '',
    note: '',
    stripePaymentIntentId: null,
    stripeChargeId: null,
    stripeCheckoutSessionId: null,
    readerId: null,
    payUrl: null,
    qrData: null,
    expiresAt: null,
    captureBefore: null,
    cardBrand: null,
    cardLast4: null,
    wallet: null,
    failureCode: null,
    failureMessage: null,
    disputed: false,
    receiptNumber: null,
    takenBy,
    approvedBy: null,
    tillId: null,
    shiftId: null,
    paidAt: null,
    createdAt: at,
    updatedAt: at,
    ...told,
  }
}
