import { SECOND, type Instant } from '../../time/instant.ts'
import { changed } from './intent-news.ts'
import type { Payment, PaymentState } from './payment.ts'
import { idOf, type StripeSession } from './stripe-object.ts'

/** The states that a page to pay on can still change; what came after is told by its intent. */
const early: ReadonlySet<PaymentState> = new Set(['requested', 'unknown', 'open'])

/**
 * What a Checkout Session, as Stripe has it now, changes in the payment that it is of; null when there is nothing new.
 * That it is paid is told by its intent, never by the page that the payer comes back to.
 * @param wasCalledOff whether we had it expired: then the payment is cancelled, and not one that nobody paid
 */
export function sessionNews(
  payment: Payment,
  session: StripeSession,
  { wasCalledOff }: { readonly wasCalledOff: boolean },
  now: Instant,
): Partial<Payment> | null {
  const state = stateAfter(payment, session, wasCalledOff)
  const intentId = idOf(session.payment_intent)
  const patch = changed(payment, {
    state,
    stripeCheckoutSessionId: session.id,
    expiresAt: session.expires_at * SECOND,
    payUrl: state === 'open' && session.status === 'open' ? session.url : null,
    // An intent that the payment has already is not given up for another.
    ...(payment.stripePaymentIntentId === null && intentId !== null && session.status !== 'expired'
      ? { stripePaymentIntentId: intentId }
      : {}),
  })
  return patch && { ...patch, updatedAt: now }
}

function stateAfter(
  { state, stripeCheckoutSessionId, stripePaymentIntentId }: Payment,
  { status }: StripeSession,
  wasCalledOff: boolean,
): PaymentState {
  // Where its intent was heard of before, that has told already how far the payment has come.
  const isFirstHeard = stripeCheckoutSessionId === null && stripePaymentIntentId === null
  if (!early.has(state) && !isFirstHeard) return state
  if (status === 'expired') return wasCalledOff ? 'cancelled' : 'expired'
  return 'open'
}
