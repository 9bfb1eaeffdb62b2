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
import { queueCall } from './calls.ts'
import { billOf, countRefunds } from './save.ts'
import type { StripeSide } from './stripe-side.ts'

export interface RefundWish {
  readonly paymentId: Id
  readonly amountMinor: number
  readonly reason: RefundReason
  readonly note: string
}

export type RefundMade =
  | { readonly kind: 'made'; readonly refund: Refund }
  | {
      readonly kind: 'refused'
      readonly refusal: RefundRefusal | { readonly code: 'missing' | 'notSetUp' | 'otherMode' }
    }

/**
 * Gives a payment back, all of it or a part. What Stripe took, Stripe gives back, as soon as it can be reached; what was
 * taken by hand is given back by hand, now.
 */
export function refundPayment(tx: Writes, side: StripeSide, wish: RefundWish): RefundMade {
  const { paymentId, amountMinor, reason, note } = wish
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
  const refund = newRefund({ id: tx.newId(), at: tx.now, givenBy: tx.actor }, payment, {
    ...{ amountMinor, reason, note, state: byStripe ? 'requested' : 'succeeded' },
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
  else postRefund(tx, payment, refund, 'given')
  countRefunds(tx, paymentId)
  return { kind: 'made', refund }
}

/** Enters in the ledger what a refund has moved. */
export function postRefund(
  tx: Writes,
  payment: Payment,
  { id: refundId, amountMinor, note }: Refund,
  moved: 'given' | 'returned',
): void {
  const bill = billOf(tx, payment)
  const { means, currency, billId } = payment
  const roundingMinor = means === 'cash' ? roundedToCoins(amountMinor, currency) - amountMinor : 0
  const movement = {
    ...{ billId, paymentId: payment.id, refundId, customerId: bill.customerId },
    ...{ means, currency, amountMinor, roundingMinor },
    text: [bill.plate, note].filter(Boolean).join(' '),
  }
  post(tx, moved === 'given' ? refundGiven(movement) : refundFailed(movement))
}

const refused = (refusal: Extract<RefundMade, { kind: 'refused' }>['refusal']): RefundMade => ({
  kind: 'refused',
  refusal,
})
