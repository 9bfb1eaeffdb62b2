import type { Stripe } from 'stripe'
import { Refused } from '../http/refused.ts'
import type { Instrument } from '../world/instrument.ts'
import { find, idOf, plan, strike } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { tell } from '../world/tell.ts'
import { newCharge, settle } from './charge.ts'
import { declineOf } from './decline.ts'
import { unexpectedState } from './intent.ts'
import { instrumentOf } from './method.ts'
import { askHolder, askSwish } from './next-action.ts'
import { holdIsMade } from './paid.ts'

const openStates = ['requires_payment_method', 'requires_confirmation', 'requires_action']

/** How an attempt is made. */
export type Confirmation = {
  method: Stripe.PaymentMethod
  returnUrl: string | null
  /** Nobody is there to say yes on a page of the bank. */
  isAlone: boolean
  reader: Stripe.Terminal.Reader | null
}

/**
 * Tries to pay an intent.
 * @throws Refused in a state in which it can't be paid, and with 402 when the card is declined; what
 *   came of it is written down then all the same
 */
export function confirm(
  scene: Scene,
  intent: Stripe.PaymentIntent,
  { method, returnUrl, isAlone, reader }: Confirmation,
): void {
  checkConfirmable(intent)
  const instrument = instrumentOf(scene, method)
  if (!intent.payment_method_types.includes(instrument.type)) {
    const allowed = intent.payment_method_types.join(', ')
    throw unexpectedState(
      intent,
      `The PaymentMethod provided (${instrument.type}) is not allowed for this PaymentIntent. Please attach a PaymentMethod of one of the following types: ${allowed}. Alternately update the allowed payment_method_types for this PaymentIntent to include "${instrument.type}".`,
    )
  }
  intent.payment_method = method.id
  intent.last_payment_error = null
  strike(scene, 'swish-expires', intent.id)
  if (returnUrl !== null) scene.world.returnUrls[intent.id] = returnUrl
  if (instrument.type === 'swish') {
    askSwish(scene, intent)
    return
  }
  if (instrument.asksHolder && isAlone) {
    attempt(scene, intent, 'authentication_required', reader)
    return
  }
  if (instrument.asksHolder) {
    askHolder(scene, intent)
    return
  }
  attempt(scene, intent, instrument.decline, reader)
}

/** @throws Refused in a state in which an intent can't be confirmed */
export function checkConfirmable(intent: Stripe.PaymentIntent): void {
  if (openStates.includes(intent.status)) return
  throw unexpectedState(
    intent,
    intent.status === 'succeeded' || intent.status === 'requires_capture'
      ? 'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.'
      : `You cannot confirm this PaymentIntent because it has a status of ${intent.status}.`,
  )
}

/**
 * Its holder says yes or no on the page of the bank or in Swish.
 * @throws Refused with 402 when the card is declined after all
 */
export function holderAnswers(scene: Scene, intent: Stripe.PaymentIntent, says: boolean): void {
  if (intent.status !== 'requires_action') return
  const method = methodOf(scene, intent)
  strike(scene, 'swish-expires', intent.id)
  if (says) {
    attempt(scene, intent, instrumentOf(scene, method).decline, null)
    return
  }
  const isSwish = method.type === 'swish'
  fail(scene, intent, {
    type: 'invalid_request_error',
    code: isSwish
      ? 'payment_intent_payment_attempt_failed'
      : 'payment_intent_authentication_failure',
    message: isSwish
      ? 'The payment failed.'
      : 'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
    payment_method: structuredClone(method),
  })
}

/** Nobody paid in Swish in time. */
export function swishExpires(scene: Scene, intent: Stripe.PaymentIntent): void {
  if (intent.status !== 'requires_action') return
  const method = methodOf(scene, intent)
  fail(scene, intent, {
    type: 'invalid_request_error',
    code: 'payment_intent_payment_attempt_expired',
    message: 'The payment attempt expired before the customer completed it.',
    payment_method: structuredClone(method),
  })
}

function methodOf(scene: Scene, intent: Stripe.PaymentIntent): Stripe.PaymentMethod {
  return find(scene, 'payment_method', idOf(intent.payment_method) ?? '')
}

function attempt(
  scene: Scene,
  intent: Stripe.PaymentIntent,
  declined: string | null,
  reader: Stripe.Terminal.Reader | null,
): void {
  const method = methodOf(scene, intent)
  const instrument = instrumentOf(scene, method)
  const declineCode = scene.world.nextDecline ?? declined
  scene.world.nextDecline = null
  const isCaptured = intent.capture_method !== 'manual'
  const charge = newCharge(scene, {
    intent,
    methodId: method.id,
    instrument,
    declineCode,
    isCaptured,
    reader,
  })
  intent.latest_charge = charge.id
  intent.next_action = null
  if (declineCode !== null) throw declinedBy(scene, intent, method, charge, declineCode)
  tell(scene, 'charge.succeeded', charge)
  if (isCaptured) succeed(scene, intent, charge)
  else holdIsMade(scene, intent, charge)
  planWhatFollows(scene, charge, instrument)
}

function succeed(scene: Scene, intent: Stripe.PaymentIntent, charge: Stripe.Charge): void {
  intent.status = 'succeeded'
  intent.amount_received = charge.amount_captured
  tell(scene, 'payment_intent.succeeded', intent)
  // Asynchronous capture books a moment later (Stripe documentation, "Asynchronous capture").
  if (intent.capture_method === 'automatic_async') {
    plan(scene, scene.now, 'charge-settles', charge.id)
  } else {
    settle(scene, charge)
  }
}

function planWhatFollows(scene: Scene, charge: Stripe.Charge, { dispute }: Instrument): void {
  if (dispute !== null) plan(scene, scene.now, 'dispute-opens', charge.id)
}

function declinedBy(
  scene: Scene,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  charge: Stripe.Charge,
  declineCode: string,
): Refused {
  const { code, message } = declineOf(declineCode)
  tell(scene, 'charge.failed', charge)
  const error = {
    type: 'card_error' as const,
    code,
    decline_code: declineCode,
    doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`,
    message,
    charge: charge.id,
    payment_method: structuredClone(method),
  }
  fail(scene, intent, error)
  return new Refused(402, { ...error, payment_intent: structuredClone(intent) })
}

function fail(
  scene: Scene,
  intent: Stripe.PaymentIntent,
  error: Stripe.PaymentIntent.LastPaymentError,
): void {
  intent.status = 'requires_payment_method'
  intent.next_action = null
  intent.payment_method = null
  intent.last_payment_error = error
  tell(scene, 'payment_intent.payment_failed', intent)
}
