import type { Stripe } from 'stripe'
import { invalid } from '../http/refused.ts'
import { find, idOf, plan, strike } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { tell } from '../world/tell.ts'
import { settle } from './charge.ts'
import { written } from './currency.ts'
import { unexpectedState } from './intent.ts'
import { release } from './release.ts'

/** Money is held on a card, to be captured or let go. */
export function holdIsMade(
  scene: Scene,
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge,
): void {
  intent.status = 'requires_capture'
  intent.amount_capturable = charge.amount
  plan(scene, holdEndsAt(charge), 'hold-expires', intent.id)
  tell(scene, 'payment_intent.amount_capturable_updated', intent)
}

function holdEndsAt({ payment_method_details: details, created }: Stripe.Charge): number {
  const before = details?.card?.capture_before ?? details?.card_present?.capture_before ?? created
  return before * 1000
}

/**
 * Takes what is held, or less; the rest goes back to the card.
 * @param amountMinor null for all of it
 * @throws Refused for more than is held, and when nothing is
 */
export function capture(
  scene: Scene,
  intent: Stripe.PaymentIntent,
  amountMinor: number | null,
): void {
  if (intent.status !== 'requires_capture') {
    throw unexpectedState(
      intent,
      `This PaymentIntent could not be captured because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`,
    )
  }
  const { currency } = intent
  const taken = amountMinor ?? intent.amount_capturable
  if (taken > intent.amount_capturable) {
    throw invalid(
      `The amount_to_capture (${written(taken, currency)}) is greater than the amount that can be captured from this PaymentIntent (${written(intent.amount_capturable, currency)}).`,
      { code: 'amount_too_large', param: 'amount_to_capture' },
    )
  }
  if (taken < 1) {
    throw invalid('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount_to_capture',
    })
  }
  const charge = find(scene, 'charge', idOf(intent.latest_charge) ?? '')
  strike(scene, 'hold-expires', intent.id)
  charge.captured = true
  charge.amount_captured = taken
  settle(scene, charge)
  // What isn't captured counts as refunded, though no money moved.
  if (taken < charge.amount) release(scene, charge, charge.amount - taken, null)
  intent.status = 'succeeded'
  intent.amount_capturable = 0
  intent.amount_received = taken
  tell(scene, 'charge.captured', charge)
  tell(scene, 'payment_intent.succeeded', intent)
}

const cancelable = [
  'requires_payment_method',
  'requires_capture',
  'requires_confirmation',
  'requires_action',
  'processing',
]

/**
 * Gives an intent up; what it held goes back to the card.
 * @throws Refused once it is paid or given up
 */
export function cancel(
  scene: Scene,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): void {
  if (!cancelable.includes(intent.status)) {
    throw unexpectedState(
      intent,
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: ${cancelable.join(', ')}.`,
    )
  }
  strike(scene, 'hold-expires', intent.id)
  strike(scene, 'swish-expires', intent.id)
  const isHeld = intent.status === 'requires_capture'
  intent.status = 'canceled'
  intent.amount_capturable = 0
  intent.canceled_at = Math.floor(scene.now / 1000)
  intent.cancellation_reason = reason
  intent.next_action = null
  if (isHeld) {
    const charge = find(scene, 'charge', idOf(intent.latest_charge) ?? '')
    const isExpired = reason === 'automatic'
    release(scene, charge, charge.amount, isExpired ? 'expired_uncaptured_charge' : null)
    tell(scene, isExpired ? 'charge.expired' : 'charge.refunded', charge)
  }
  tell(scene, 'payment_intent.canceled', intent)
}
