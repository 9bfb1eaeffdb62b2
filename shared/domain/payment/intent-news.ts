import { SECOND, type Instant } from '../../time/instant.ts'
import type { Payment, PaymentState } from './payment.ts'
import { idOf, type StripeCharge, type StripeIntent } from './stripe-object.ts'

/** What a payment intent tells of a payment: the columns it changes, and what has moved since we last heard. */
export interface IntentNews {
  readonly patch: Partial<Payment>
  /** Newly taken, minor units. */
  readonly takenMinor: number
  /** Stripe's fee, when it has become known just now. */
  readonly feeMinor: number
  /** It failed where it can't be tried again: it is to be cancelled at Stripe, so that it is never paid later. */
  readonly isToBeCancelled: boolean
}

/**
 * How far a payment has come. It never goes back: what is heard late, twice or out of order changes nothing. At Stripe
 * money that was taken stays taken, and a cancelled intent stays cancelled.
 */
const progress: Record<PaymentState, number> = {
  requested: 0,
  unknown: 0,
  open: 1,
  processing: 2,
  failed: 3,
  held: 4,
  capturing: 5,
  expired: 6,
  cancelled: 6,
  paid: 7,
}

/** Why an intent is cancelled that nobody went on with (PaymentIntent.cancellation_reason); `abandoned` is our word. */
const lapsed = new Set(['abandoned', 'automatic', 'expired'])

/**
 * What a payment intent, as Stripe has it now, changes in the payment that it is of; null when there is nothing new.
 * @param now when it was fetched
 */
export function intentNews(
  payment: Payment,
  intent: StripeIntent,
  now: Instant,
): IntentNews | null {
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null
  const state = stateAfter(payment, intent)
  const takenMinor = Math.max(0, intent.amount_received - payment.capturedMinor)
  const feeMinor = state === 'paid' ? feeOf(payment, charge) : 0
  const wish: Partial<Payment> = {
    state,
    stripePaymentIntentId: intent.id,
    capturedMinor: payment.capturedMinor + takenMinor,
    ...(state === 'paid' ? { paidAt: payment.paidAt ?? chargedAt(charge, now) } : {}),
    ...(feeMinor > 0 ? { feeMinor } : {}),
    ...cardOf(payment, intent, charge),
    ...(progress[state] > progress.processing && state !== 'failed' ? notWaiting : {}),
    ...(state === 'open' || state === 'processing' ? qrOf(intent) : {}),
    ...failureOf(payment, intent, state),
  }
  const patch = changed(payment, wish)
  const isToBeCancelled = state === 'failed' && payment.state !== 'failed'
  if (patch === null) return null
  return { patch: { ...patch, updatedAt: now }, takenMinor, feeMinor, isToBeCancelled }
}

/** Nobody can pay it any more, or need to. */
const notWaiting = { payUrl: null, qrData: null } as const

function stateAfter(payment: Payment, intent: StripeIntent): PaymentState {
  const told = stateOf(payment, intent)
  // An intent that was never heard of before is all we know, whatever was made of the payment meanwhile.
  if (payment.stripePaymentIntentId === null && payment.state !== 'paid') return told
  if (payment.state === 'processing' && told === 'open' && intent.last_payment_error !== null)
    return told
  // A failed one is cancelled by us: that is no news to anybody.
  if (payment.state === 'failed' && (told === 'cancelled' || told === 'expired')) return 'failed'
  // Both are ends, the first one told stays.
  if (progress[told] === progress[payment.state]) return payment.state
  return progress[told] > progress[payment.state] ? told : payment.state
}

function stateOf({ state, means }: Payment, intent: StripeIntent): PaymentState {
  switch (intent.status) {
    case 'succeeded':
      return 'paid'
    case 'requires_capture':
      return state === 'capturing' ? 'capturing' : 'held'
    case 'processing':
      return 'processing'
    case 'canceled':
      return lapsed.has(intent.cancellation_reason ?? '') ? 'expired' : 'cancelled'
    case 'requires_payment_method':
      // On Stripe's page the payer may take another card; a reader or a Swish request is asked anew.
      return intent.last_payment_error !== null && means !== 'checkout' ? 'failed' : 'open'
    case 'requires_action':
    case 'requires_confirmation':
      return 'open'
  }
}

function feeOf({ feeMinor, currency }: Payment, charge: StripeCharge | null): number {
  const booked = charge?.balance_transaction
  if (feeMinor !== null || typeof booked !== 'object' || booked === null) return 0
  // A fee in another currency is told by its payout.
  return booked.currency.toUpperCase() === currency ? booked.fee : 0
}

function chargedAt(charge: StripeCharge | null, now: Instant): Instant {
  return charge === null ? now : charge.created * SECOND
}

function cardOf(
  payment: Payment,
  { latest_charge }: StripeIntent,
  charge: StripeCharge | null,
): Partial<Payment> {
  const stripeChargeId = idOf(latest_charge) ?? payment.stripeChargeId
  const details = charge?.payment_method_details
  const card = details?.card ?? details?.card_present
  if (!card) return { stripeChargeId }
  return {
    stripeChargeId,
    cardBrand: card.brand ?? payment.cardBrand,
    cardLast4: card.last4 ?? payment.cardLast4,
    wallet: card.wallet?.type ?? payment.wallet,
    captureBefore: card.capture_before ? card.capture_before * SECOND : payment.captureBefore,
  }
}

function qrOf({ next_action }: StripeIntent): Partial<Payment> {
  const swish = next_action?.swish_handle_redirect_or_display_qr_code
  if (!swish) return {}
  return { qrData: swish.qr_code.data, payUrl: swish.hosted_instructions_url }
}

function failureOf(
  payment: Payment,
  { last_payment_error: error }: StripeIntent,
  state: PaymentState,
): Partial<Payment> {
  if (state === 'paid' || state === 'held') return { failureCode: null, failureMessage: null }
  if (error === null || state === 'capturing') return {}
  return {
    failureCode: error.decline_code ?? error.code ?? payment.failureCode,
    failureMessage: error.message ?? payment.failureMessage,
  }
}

/** Of a wish what is not so yet; null when all of it is. */
export function changed<Row extends object>(row: Row, wish: Partial<Row>): Partial<Row> | null {
  const patch: Partial<Row> = {}
  let any = false
  for (const column in wish) {
    if (wish[column] === undefined || wish[column] === row[column]) continue
    patch[column] = wish[column]
    any = true
  }
  return any ? patch : null
}
