import type { Id } from '../../../shared/domain/id/id.ts'
import { refundFailed, refundGiven } from '../../../shared/domain/ledger/postings.ts'
import { roundedToCoins } from '../../../shared/domain/payment/manual.ts'
import { newRefund } from '../../../shared/domain/payment/new-refund.ts'
import { type Payment, stripeMeans } from '../../../shared/domain/payment/payment.ts'
import type { Refund, RefundReason } from '../../../shared/domain/payment/refund.ts'
import {
  refundable,
  type RefundRefusal,
  refundRefusal,
} from '../../../shared/domain/payment/refunding.ts'
import { post } from '../ledger/post.ts'
import type { Writes } from '../store/writes.ts'
import { type ApprovalNeeded, type Approver, nobodyAsked, passLimit } from '../till/approve.ts'
import {
  cashRefusal,
  type DrawerRefusal,
  refundedInShift,
  refundedOfBill,
  tillRefusal,
} from '../till/drawer.ts'
import { countAtTill, vatOfRefund } from '../till/movement.ts'
import { queueCall } from './calls.ts'
import { billOf, countRefunds } from './save.ts'
import type { StripeSide } from './stripe-side.ts'

export interface RefundWish {
  readonly paymentId: Id
  readonly amountMinor: number
  readonly reason: RefundReason
  readonly note: string
  /** The till that it is given at. */
  readonly tillId?: Id | null | undefined
}

export type RefundMade =
  | { readonly kind: 'made'; readonly refund: Refund }
  | {
      readonly kind: 'refused'
      readonly refusal:
        | RefundRefusal
        | DrawerRefusal
        | ApprovalNeeded
        | { readonly code: 'missing' | 'notSetUp' | 'otherMode' | 'invoiced' }
    }

/**
 * Gives a payment back, all of it or a part. What Stripe took, Stripe gives back, as soon as it can be reached; what was
 * taken by hand is given back by hand, now.
 * @param approver asked where more is given back than the site's terms let pass
 */
export function refundPayment(
  tx: Writes,
  side: StripeSide,
  wish: RefundWish,
  approver: Approver = nobodyAsked,
): RefundMade {
  const { paymentId, amountMinor, reason, note, tillId = null } = wish
  const payment = tx.get('payment', paymentId)
  if (payment === undefined) return refused({ code: 'missing' })
  const refunds = tx.find('refund', { paymentId })
  const disputes = tx.find('dispute', { paymentId })
  const refusal = refundRefusal(amountMinor, refundable(payment, refunds, disputes))
  if (refusal !== null) return refused(refusal)
  const byStripe = stripeMeans.has(payment.means)
  const mode = side.mode()
  if (byStripe && mode === 'none') return refused({ code: 'notSetUp' })
  // A key that is locked is the one that was there before, as far as anybody knows.
  if (byStripe && mode !== 'locked' && mode !== payment.mode) return refused({ code: 'otherMode' })
  const { means, currency } = payment
  const isCash = means === 'cash'
  const notThere = tillRefusal(tx, tillId) ?? (isCash ? cashRefusal(tx, tillId, currency) : null)
  if (notThere !== null) return refused(notThere)
  const passing = passLimit(tx, approver, {
    ...{ what: 'refund', act: 'payment.refund', nounId: paymentId, amountMinor, currency },
    billMinor: refundedOfBill(tx, payment.billId),
    shiftMinor: refundedInShift(tx, tillId, currency),
  })
  if (passing.kind === 'refused') return passing
  const refund = newRefund({ id: tx.newId(), at: tx.now, givenBy: tx.actor }, payment, {
    ...{ amountMinor, reason, note, state: byStripe ? 'requested' : 'succeeded' },
    roundingMinor: isCash ? roundedToCoins(amountMinor, currency) - amountMinor : 0,
    ...{ tillId, approvedBy: passing.approvedBy },
  })
  tx.insert('refund', refund)
  tx.journal({
    act: 'refund.make',
    noun: 'refund',
    nounId: refund.id,
    reason: note,
    after: refund,
  })
  if (byStripe) queueCall(tx, side, { kind: 'refund.create', paymentId, refundId: refund.id })
  const made = byStripe ? refund : postRefund(tx, payment, refund, 'given')
  countRefunds(tx, paymentId)
  return { kind: 'made', refund: made }
}

/** Enters in the ledger what a refund has moved, and counts it in its shift. */
export function postRefund(
  tx: Writes,
  payment: Payment,
  refund: Refund,
  moved: 'given' | 'returned',
): Refund {
  const { id: refundId, amountMinor, roundingMinor, note, tillId } = refund
  const bill = billOf(tx, payment)
  const { means, currency, billId } = payment
  const movement = {
    ...{ billId, paymentId: payment.id, refundId, customerId: bill.customerId },
    ...{ means, currency, amountMinor, roundingMinor },
    text: [bill.plate, note].filter(Boolean).join(' '),
  }
  const isGiven = moved === 'given'
  const entry = post(tx, isGiven ? refundGiven(movement) : refundFailed(movement))
  const sign = isGiven ? -1 : 1
  const shiftId = countAtTill(tx, entry, tillId, {
    ...{ kind: isGiven ? 'refundGiven' : 'refundFailed', means, currency },
    ...{ amountMinor: sign * amountMinor, roundingMinor: sign * roundingMinor + 0 },
    ...{ vat: vatOfRefund(tx, bill, refund, moved), paymentId: payment.id, refundId },
  })
  if (!isGiven || shiftId === null) return refund
  return tx.change('refund', refund, { shiftId })
}

const refused = (refusal: Extract<RefundMade, { kind: 'refused' }>['refusal']): RefundMade => ({
  kind: 'refused',
  refusal,
})
