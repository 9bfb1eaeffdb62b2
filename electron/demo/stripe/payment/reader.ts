import type { Stripe } from 'stripe'
import { invalid, refusalOf } from '../http/refused.ts'
import type { Refused } from '../http/refused.ts'
import { presented } from '../world/instrument.ts'
import type { Instrument } from '../world/instrument.ts'
import { find, idOf } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { tell } from '../world/tell.ts'
import { confirm } from './confirm.ts'
import { newMethod } from './method.ts'
import { chargeToRefund, newRefund } from './refund.ts'

type Reader = Stripe.Terminal.Reader
type Action = Stripe.Terminal.Reader.Action

/** The part of an action that it is about; the rest follows from it. */
type Asked = Omit<Action, 'api_error' | 'failure_code' | 'failure_message' | 'status'>

/**
 * Asks a reader for something.
 * @throws Refused when it is offline, or busy with what was asked before
 */
export function ask(scene: Scene, reader: Reader, asked: Asked): void {
  checkReachable(scene, reader)
  if (reader.action?.status === 'in_progress') {
    throw invalid(
      'Reader is currently busy processing another request, please reference the integration guide at https://stripe.com/docs/terminal/payments/collect-payment?terminal-sdk-platform=server-driven on how to handle this error',
      { code: 'terminal_reader_busy' },
    )
  }
  reader.action = {
    ...asked,
    api_error: null,
    failure_code: null,
    failure_message: null,
    status: 'in_progress',
  }
}

/**
 * The intent that a reader is to take the card for.
 * @throws Refused for one that no card at a reader can pay now
 */
export function intentForReader(scene: Scene, id: string): Stripe.PaymentIntent {
  const intent = find(scene, 'payment_intent', id, 'payment_intent')
  if (!intent.payment_method_types.includes('card_present')) {
    throw invalid(
      'The PaymentIntent must allow the payment method type card_present to be processed by a reader.',
      { code: 'payment_intent_invalid_parameter', param: 'payment_intent' },
    )
  }
  if (!['requires_payment_method', 'requires_confirmation'].includes(intent.status)) {
    throw invalid(
      `Payment intent must be in the requires_payment_method state to be processed, but is in the ${intent.status} state.`,
      { code: 'intent_invalid_state', param: 'payment_intent' },
    )
  }
  return intent
}

/** @throws Refused when the reader doesn't answer */
export function checkReachable(scene: Scene, reader: Reader): void {
  if (!scene.world.offlineReaders.includes(reader.id)) return
  throw invalid(
    'Reader is currently offline, please ensure the reader is powered on and connected to the network before retrying your request.',
    { code: 'terminal_reader_offline' },
  )
}

/**
 * A card is held to the reader.
 * @throws Refused when the reader waits for none
 */
export function presentCard(scene: Scene, reader: Reader, card: Instrument): void {
  const { action } = reader
  if (action === null || action.status !== 'in_progress') {
    throw invalid('The reader is not waiting for a payment method to be presented.')
  }
  const instrument = presented(card)
  const failure = refusalOf(() => carryOut(scene, reader, action, instrument))
  finish(scene, reader, action, failure)
}

function carryOut(scene: Scene, reader: Reader, action: Action, instrument: Instrument): void {
  const asked = action.process_payment_intent ?? action.collect_payment_method
  if (action.refund_payment !== undefined) {
    const { charge, payment_intent: intent, amount } = action.refund_payment
    const refund = newRefund(scene, chargeNamed(scene, idOf(charge), idOf(intent)), {
      ...(amount === undefined ? {} : { amount }),
      metadata: action.refund_payment.metadata ?? {},
    })
    action.refund_payment.refund = refund.id
    return
  }
  if (asked === undefined) return
  const intent = find(scene, 'payment_intent', idOf(asked.payment_intent) ?? '')
  const method = newMethod(scene, instrument)
  if (action.collect_payment_method !== undefined) {
    intent.payment_method = method.id
    intent.status = 'requires_confirmation'
    action.collect_payment_method.payment_method = structuredClone(method)
    return
  }
  confirm(scene, intent, { method, returnUrl: null, isAlone: false, reader })
}

function chargeNamed(scene: Scene, charge: string | null, intent: string | null): Stripe.Charge {
  if (charge !== null) return chargeToRefund(scene, { charge })
  return chargeToRefund(scene, intent === null ? {} : { payment_intent: intent })
}

/** The intent whose card was collected is paid with it, without asking again. */
export function confirmCollected(scene: Scene, reader: Reader, intent: Stripe.PaymentIntent): void {
  const method = scene.world.tables.payment_method[idOf(intent.payment_method) ?? '']
  if (method === undefined || intent.status !== 'requires_confirmation') {
    throw invalid('Payment intent must be in the requires_confirmation state to be confirmed.', {
      code: 'intent_invalid_state',
      param: 'payment_intent',
    })
  }
  ask(scene, reader, {
    type: 'confirm_payment_intent',
    confirm_payment_intent: { payment_intent: intent.id },
  })
  const { action } = reader
  if (action === null) return
  const failure = refusalOf(() => {
    confirm(scene, intent, { method, returnUrl: null, isAlone: false, reader })
  })
  finish(scene, reader, action, failure)
}

/** What the reader asked for is told to have come to nothing. */
export function failAction(scene: Scene, reader: Reader, code: string, message: string): void {
  const { action } = reader
  if (action === null || action.status !== 'in_progress') {
    throw invalid('The reader has no action in progress.')
  }
  action.status = 'failed'
  action.failure_code = code
  action.failure_message = message
  tell(scene, 'terminal.reader.action_failed', reader)
}

/**
 * Takes back what was asked of a reader.
 * @throws Refused when it is offline
 */
export function cancelAction(scene: Scene, reader: Reader): void {
  checkReachable(scene, reader)
  reader.action = null
}

function finish(scene: Scene, reader: Reader, action: Action, failure: Refused | null): void {
  if (failure === null) {
    action.status = 'succeeded'
    tell(scene, 'terminal.reader.action_succeeded', reader)
    return
  }
  const { error } = failure
  action.status = 'failed'
  action.failure_code = error.code ?? 'processing_error'
  action.failure_message = error.message
  tell(scene, 'terminal.reader.action_failed', reader)
}
