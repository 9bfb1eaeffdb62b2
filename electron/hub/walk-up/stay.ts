import type { DeskStay } from '../../../shared/contract/desk-stay.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import { dueOfStay } from '../../../shared/domain/walk-up/due.ts'
import { byAge } from '../../../shared/domain/payment/by-age.ts'
import { paymentTermsOf } from '../payment/terms.ts'
import type { Writes } from '../store/writes.ts'

/** A stay at the desk with its money; undefined when there is no such booking. */
export function deskStay(tx: Writes, id: Id, payment: Payment | null = null): DeskStay | undefined {
  const booking = tx.get('booking', id)
  if (booking === undefined) return undefined
  const bill = lastBill(tx, booking)
  const payments = bill === null ? [] : tx.find('payment', { billId: bill.id })
  return {
    booking,
    walkUp: tx.get('walkUp', id) ?? null,
    bill,
    payment: payment === null ? null : (tx.get('payment', payment.id) ?? payment),
    due: bill === null ? null : dueOfStay(bill, payments, paymentTermsOf(tx)),
  }
}

/** The bill of a stay, the latest; null where there is none. */
export function lastBill(tx: Writes, { id, transactionId }: Booking): Bill | null {
  const ofTransaction = transactionId === null ? [] : tx.find('bill', { transactionId })
  const all = [...tx.find('bill', { bookingId: id }), ...ofTransaction]
  return all.toSorted(byAge).at(-1) ?? null
}
