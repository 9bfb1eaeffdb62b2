import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'

/** A payment with the bill it is of. */
export type PaymentRow = { id: string; payment: Payment; bill: Bill }

/** What the hub lists. */
export type ListedPayment = Omit<PaymentRow, 'id'>

/** Newest first; the id settles ties, since it grows with time. */
export function newestFirst(a: PaymentRow, b: PaymentRow): number {
  return b.payment.createdAt - a.payment.createdAt || (a.id < b.id ? 1 : -1)
}

/**
 * Joins payments with their bills, handing the same row out again for as long as neither changed, so that one payment
 * redraws one row.
 */
export function rowKeeper(): (payment: Payment, bill: Bill) => PaymentRow {
  const kept = new WeakMap<Payment, PaymentRow>()
  return (payment, bill) => {
    const before = kept.get(payment)
    if (before?.bill === bill) return before
    const row = { id: payment.id, payment, bill }
    kept.set(payment, row)
    return row
  }
}
