import type { Stripe } from 'stripe'
import { isWithin, page } from '../http/list.ts'
import { invalid, Refused } from '../http/refused.ts'
import { confirm } from '../payment/confirm.ts'
import { newIntent, unexpectedState, updateIntent } from '../payment/intent.ts'
import { describedMethod, namedMethod } from '../payment/method.ts'
import { cancel, capture } from '../payment/paid.ts'
import { completeSession } from '../payment/session.ts'
import { find, idOf } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { untell } from '../world/tell.ts'
import type { Endpoints, Under } from './endpoint.ts'
import { found } from './search.ts'

const READ = 'rak_payment_intent_read'
const WRITE = 'rak_payment_intent_write'

export const paymentIntents: Endpoints<Under<'/v1/payment_intents'>> = {
  'GET /v1/payment_intents': {
    right: READ,
    run: ({ world }, params) => {
      const all = Object.values(world.tables.payment_intent).filter(
        ({ created, customer }) =>
          isWithin(created, params.created) &&
          (params.customer === undefined || idOf(customer) === params.customer),
      )
      return page(all, params, '/v1/payment_intents', 'payment_intent')
    },
  },
  'GET /v1/payment_intents/search': {
    right: READ,
    run: ({ world, now, searchLagMs }, params) => {
      const all = Object.values(world.tables.payment_intent)
      const indexed = all.filter(({ created }) => created * 1000 + searchLagMs <= now)
      return found(indexed, params, '/v1/payment_intents/search')
    },
  },
  'POST /v1/payment_intents': {
    right: WRITE,
    run: (scene, params) => {
      checkConfirming(params)
      const intent = newIntent(scene, params)
      if (params.confirm === true) {
        attemptNew(scene, intent, params)
      } else if (params.payment_method !== undefined) {
        intent.payment_method = namedMethod(scene, params.payment_method).id
        intent.status = 'requires_confirmation'
      }
      return intent
    },
  },
  'GET /v1/payment_intents/:id': {
    right: READ,
    run: (scene, _, id) => find(scene, 'payment_intent', id, 'intent'),
  },
  'POST /v1/payment_intents/:id': {
    right: WRITE,
    run: (scene, params, id) => updateIntent(find(scene, 'payment_intent', id, 'intent'), params),
  },
  'POST /v1/payment_intents/:id/confirm': {
    right: WRITE,
    run: (scene, params, id) => {
      const intent = find(scene, 'payment_intent', id, 'intent')
      attempt(scene, intent, params)
      return intent
    },
  },
  'POST /v1/payment_intents/:id/capture': {
    right: WRITE,
    run: (scene, params, id) => {
      const intent = find(scene, 'payment_intent', id, 'intent')
      capture(scene, intent, params.amount_to_capture ?? null)
      completeSession(scene, intent)
      return intent
    },
  },
  'POST /v1/payment_intents/:id/cancel': {
    right: WRITE,
    run: (scene, params, id) => {
      const intent = find(scene, 'payment_intent', id, 'intent')
      cancel(scene, intent, params.cancellation_reason ?? null)
      return intent
    },
  },
}

/** What is written down only together with its confirmation must not be written down without it. */
function checkConfirming(params: Stripe.PaymentIntentCreateParams): void {
  if (params.confirm === true) return
  const forConfirmation = ['return_url', 'off_session', 'error_on_requires_action'] as const
  const stray = forConfirmation.find((name) => params[name] !== undefined)
  if (stray === undefined) return
  throw invalid(
    `The parameter \`${stray}\` cannot be passed when creating a PaymentIntent unless \`confirm\` is set to true.`,
    {
      param: stray,
    },
  )
}

/** An intent that can't even be tried is never made; one that was declined stays. */
function attemptNew(
  scene: Scene,
  intent: Stripe.PaymentIntent,
  params: Stripe.PaymentIntentConfirmParams,
): void {
  try {
    attempt(scene, intent, params)
  } catch (error) {
    if (error instanceof Refused && error.status === 400) {
      delete scene.world.tables.payment_intent[intent.id]
      untell(scene.world, intent.id)
    }
    throw error
  }
}

function attempt(
  scene: Scene,
  intent: Stripe.PaymentIntent,
  params: Stripe.PaymentIntentConfirmParams,
): void {
  const method = methodToUse(scene, intent, params)
  const redirects = intent.automatic_payment_methods?.allow_redirects !== 'never'
  if (intent.automatic_payment_methods !== null && redirects && params.return_url === undefined) {
    throw invalid(
      "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
      { param: 'return_url' },
    )
  }
  const isAlone = params.off_session === true || params.error_on_requires_action === true
  confirm(scene, intent, { method, returnUrl: params.return_url ?? null, isAlone, reader: null })
}

function methodToUse(
  scene: Scene,
  intent: Stripe.PaymentIntent,
  params: Stripe.PaymentIntentConfirmParams,
): Stripe.PaymentMethod {
  if (params.payment_method_data !== undefined) {
    return describedMethod(scene, params.payment_method_data.type)
  }
  const id = params.payment_method ?? idOf(intent.payment_method)
  if (id !== null) return namedMethod(scene, id)
  throw unexpectedState(
    intent,
    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
  )
}
