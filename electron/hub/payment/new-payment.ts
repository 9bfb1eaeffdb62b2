import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import type { Writes } from '../store/writes.ts'

/** A payment of a bill for which nothing has moved yet, save for what is told. */
export function newPayment(
  tx: Writes,
  bill: Bill,
  told: Pick<Payment, 'means' | 'capture' | 'mode' | 'amountMinor'> & Partial<Payment>,
): Payment {
  return {
    id: tx.newId(),
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
    takenBy: tx.actor,
    paidAt: null,
    createdAt: tx.now,
    updatedAt: tx.now,
    ...told,
  }
}
