import type { Payment, PaymentState } from './payment.ts'
import type { StripeCall } from './stripe-call.ts'

/**
 * What it takes to cancel a payment: `atOnce` Stripe was never told of it; `expirePage` and `cancelIntent` Stripe is
 * asked, and what it answers is what became of it, since the payer may be paying this moment; `notNow` it can't be.
 */
export type Cancelling = 'atOnce' | 'expirePage' | 'cancelIntent' | 'notNow'

/** The states in which a payment can be called off. */
const callable: ReadonlySet<PaymentState> = new Set(['requested', 'open', 'held'])

/** @param calls all of the payment */
export function cancelling(payment: Payment, calls: readonly StripeCall[]): Cancelling {
  if (!callable.has(payment.state)) return 'notNow'
  const isUntold =
    payment.stripePaymentIntentId === null &&
    payment.stripeCheckoutSessionId === null &&
    calls.every(({ firstSentAt, state }) => firstSentAt === null && state !== 'done')
  if (isUntold) return 'atOnce'
  // Once the page is through, only its intent can be cancelled.
  return payment.means === 'checkout' && payment.state !== 'held' ? 'expirePage' : 'cancelIntent'
}
