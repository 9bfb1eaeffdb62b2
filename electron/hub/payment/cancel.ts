import type { Id } from '../../../shared/domain/id/id.ts'
import { cancelling } from '../../../shared/domain/payment/cancelling.ts'
import type { Payment, PaymentState } from '../../../shared/domain/payment/payment.ts'
import type { StripeCall } from '../../../shared/domain/payment/stripe-call.ts'
import type { Writes } from '../store/writes.ts'
import { callsOf, dropUnsent, queueCall } from './calls.ts'
import { type Act, savePayment } from './save.ts'
import type { StripeSide } from './stripe-side.ts'

export type Cancelled =
  | { readonly kind: 'cancelled'; readonly payment: Payment }
  | { readonly kind: 'missing' }
  | { readonly kind: 'notNow'; readonly state: PaymentState }

/** Cancels a payment that is not paid yet, or lets go of a hold. What Stripe was told of, Stripe is asked to end. */
export function cancelPayment(tx: Writes, side: StripeSide, id: Id, note: string): Cancelled {
  const payment = tx.get('payment', id)
  if (payment === undefined) return { kind: 'missing' }
  const after = callOff(tx, side, payment, { act: 'payment.cancel', reason: note })
  return after === null
    ? { kind: 'notNow', state: payment.state }
    : { kind: 'cancelled', payment: after }
}

/**
 * Calls a payment off; asked again, Stripe is not asked twice.
 * @param as what it is then: `expired` where nobody paid in time
 * @returns the payment as it now is; null when it can't be called off any more
 */
export function callOff(
  tx: Writes,
  side: StripeSide,
  payment: Payment,
  act: Act,
  as: 'cancelled' | 'expired' = 'cancelled',
): Payment | null {
  const calls = callsOf(tx, payment.id)
  const way = cancelling(payment, calls)
  if (way === 'notNow') return null
  if (way === 'atOnce') {
    dropUnsent(tx, payment.id)
    return savePayment(tx, side, payment, { state: as, payUrl: null, qrData: null }, act)
  }
  const kind = way === 'expirePage' ? 'checkout.expire' : 'intent.cancel'
  if (calls.some((call) => call.kind === kind && isUnderWay(call))) return payment
  // What is not sent yet, such as a card reader's turn, needn't be sent any more.
  for (const call of calls)
    if (call.kind === 'reader.process' && call.endedAt === null && call.firstSentAt === null)
      tx.change('stripeCall', call, { state: 'dropped', endedAt: tx.now })
  if (payment.readerId !== null && payment.state === 'open')
    queueCall(tx, side, { kind: 'reader.cancel', paymentId: payment.id })
  queueCall(tx, side, { kind, paymentId: payment.id }, { as })
  tx.journal({
    act: act.act,
    noun: 'payment',
    nounId: payment.id,
    ...(act.reason ? { reason: act.reason } : {}),
  })
  return payment
}

/** Whether it ends what the payment has at Stripe, and not something stray; a page that is through has an intent left. */
function isUnderWay({ endedAt, request }: StripeCall): boolean {
  return endedAt === null && request['as'] !== undefined
}
