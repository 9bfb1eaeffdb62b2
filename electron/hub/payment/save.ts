import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import { givenBackMinor } from '../../../shared/domain/payment/refunding.ts'
import { refreshBill } from '../bill/refresh.ts'
import type { Writes } from '../store/writes.ts'
import type { StripeSide } from './stripe-side.ts'

/** Why and by which act a payment changes, for the journal. */
export interface Act {
  readonly act: string
  readonly reason?: string
}

/**
 * Changes a payment with a line in the journal, and what is paid, held and due of its bill with it; tells whoever waits
 * for that money.
 */
export function savePayment(
  tx: Writes,
  side: StripeSide,
  before: Payment,
  patch: Partial<Payment>,
  { act, reason }: Act,
): Payment {
  const payment = tx.change('payment', before, { ...patch, updatedAt: tx.now })
  tx.journal({
    act,
    noun: 'payment',
    nounId: payment.id,
    before,
    after: payment,
    ...(reason ? { reason } : {}),
  })
  const bill = refreshBill(tx, payment.billId)
  if (bill && movesMoney(before, payment)) side.moneyChanged(tx, bill)
  return payment
}

/** Adds a payment with a line in the journal. */
export function addPayment(
  tx: Writes,
  side: StripeSide,
  payment: Payment,
  { act, reason }: Act,
): Payment {
  tx.insert('payment', payment)
  tx.journal({
    act,
    noun: 'payment',
    nounId: payment.id,
    after: payment,
    ...(reason ? { reason } : {}),
  })
  const bill = refreshBill(tx, payment.billId)
  if (bill && payment.capturedMinor > 0) side.moneyChanged(tx, bill)
  return payment
}

/** Brings what is given back of a payment up to date with its refunds. */
export function countRefunds(tx: Writes, paymentId: Id): Payment | undefined {
  const payment = tx.get('payment', paymentId)
  if (payment === undefined) return undefined
  const refundedMinor = Math.min(
    payment.capturedMinor,
    givenBackMinor(tx.find('refund', { paymentId })),
  )
  if (refundedMinor === payment.refundedMinor) return payment
  const counted = tx.change('payment', payment, { refundedMinor, updatedAt: tx.now })
  refreshBill(tx, counted.billId)
  return counted
}

/** The bill of a payment, which is never removed. */
export function billOf(tx: Writes, payment: Pick<Payment, 'billId'>): Bill {
  const bill = tx.get('bill', payment.billId)
  if (bill === undefined) throw new Error('A payment is of a bill.')
  return bill
}

function movesMoney(before: Payment, after: Payment): boolean {
  return before.state !== after.state || before.capturedMinor !== after.capturedMinor
}
