import type { Id } from '../../../shared/domain/id/id.ts'
import { paymentTaken } from '../../../shared/domain/ledger/postings.ts'
import {
  type ManualRefusal,
  type ManualWish,
  takingByHand,
} from '../../../shared/domain/payment/manual.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import { post } from '../ledger/post.ts'
import type { Writes } from '../store/writes.ts'
import { type ApprovalNeeded, type Approver, nobodyAsked } from '../till/approve.ts'
import { cashRefusal, type DrawerRefusal, tillRefusal } from '../till/drawer.ts'
import { countAtTill, vatOfPaid } from '../till/movement.ts'
import { voidBill } from '../till/void.ts'
import { callOff } from './cancel.ts'
import { beginPayment } from './begin-payment.ts'
import { addPayment } from './save.ts'
import type { StripeSide } from './stripe-side.ts'
import { paymentTermsOf } from './terms.ts'

export type Taken =
  | { readonly kind: 'taken'; readonly payment: Payment }
  | { readonly kind: 'refused'; readonly refusal: TakeRefusal }

export type TakeRefusal =
  | ManualRefusal
  | DrawerRefusal
  | ApprovalNeeded
  | { readonly code: 'noBill' }

/**
 * Writes down a payment that was taken by hand, and enters it in the ledger in the same unit.
 * @param approver asked where more is given away than the site's terms let pass
 */
export function takePayment(
  tx: Writes,
  side: StripeSide,
  {
    billId,
    tillId = null,
    ...wish
  }: ManualWish & { readonly billId: Id; readonly tillId?: Id | null | undefined },
  approver: Approver = nobodyAsked,
): Taken {
  const bill = tx.get('bill', billId)
  if (bill === undefined) return { kind: 'refused', refusal: { code: 'noBill' } }
  const payments = tx.find('payment', { billId })
  const taking = takingByHand(wish, { bill, payments, terms: paymentTermsOf(tx) })
  if (taking.kind === 'refused') return taking
  const { amountMinor, roundingMinor, tenderedMinor, changeMinor } = taking
  const { means, reference, note } = wish
  const { currency } = bill
  const notThere =
    tillRefusal(tx, tillId) ?? (means === 'cash' ? cashRefusal(tx, tillId, currency) : null)
  if (notThere !== null) return { kind: 'refused', refusal: notThere }
  const passing = voidBill(tx, approver, {
    ...{ act: 'payment.take', kind: 'voucher', billId, tillId, currency, note },
    amountMinor: means === 'voucher' ? amountMinor : 0,
  })
  if (passing.kind === 'refused') return passing
  const { approvedBy } = passing
  // Whoever pays by hand is not asked by Stripe any more, once Stripe can be reached.
  for (const payment of payments)
    if (payment.state === 'requested')
      callOff(tx, side, payment, { act: 'payment.cancel', reason: 'Paid by hand.' })
  const payment = beginPayment(tx, bill, {
    ...{ means, capture: 'automatic', mode: 'local', state: 'paid', amountMinor },
    ...{ capturedMinor: amountMinor, feeMinor: 0, paidAt: tx.now },
    ...{ roundingMinor, tenderedMinor, changeMinor, reference, note, approvedBy, tillId },
  })
  const entry = post(
    tx,
    paymentTaken({
      ...{ billId, paymentId: payment.id, customerId: bill.customerId },
      ...{ means, currency, amountMinor, roundingMinor },
      text: [bill.plate, reference, note].filter(Boolean).join(' '),
    }),
  )
  const shiftId = countAtTill(tx, entry, tillId, {
    ...{ kind: 'paymentTaken', means, amountMinor, roundingMinor, currency },
    ...{ vat: vatOfPaid(bill, amountMinor), paymentId: payment.id, refundId: null },
  })
  const counted = { ...payment, shiftId }
  return { kind: 'taken', payment: addPayment(tx, side, counted, { act: 'payment.take' }) }
}
