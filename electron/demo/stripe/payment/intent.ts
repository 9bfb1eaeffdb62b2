import type { Stripe } from 'stripe'
import { invalid } from '../http/refused.ts'
import { seconds } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { tell } from '../world/tell.ts'
import { checkAmount, checkedCurrency } from './currency.ts'
import { mergedMetadata } from './metadata.ts'

type CreateParams = Stripe.PaymentIntentCreateParams

/** The means of payment that the account takes online when a request names none. */
function dashboardMeans(currency: string, captureMethod: string): string[] {
  return currency === 'sek' && captureMethod !== 'manual' ? ['card', 'swish'] : ['card']
}

/**
 * Writes down an intent that waits for a payment method.
 * @throws Refused for amounts, currencies and means that don't go together
 */
export function newIntent(scene: Scene, params: CreateParams): Stripe.PaymentIntent {
  const currency = checkedCurrency(params.currency)
  checkAmount(params.amount, currency)
  const captureMethod = params.capture_method ?? 'automatic_async'
  const named = params.allowed_payment_method_types ?? null
  const means = named ?? dashboardMeans(currency, captureMethod)
  checkMeans(means, currency, captureMethod)
  const automatic = params.automatic_payment_methods ?? { enabled: named === null }
  const id = scene.newId('pi')
  const intent: Stripe.PaymentIntent = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: named,
    amount: params.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: automatic.enabled
      ? { allow_redirects: automatic.allow_redirects ?? 'always', enabled: true }
      : null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: captureMethod,
    client_secret: `${id}_secret_${scene.newId('s').slice(2)}`,
    confirmation_method: params.confirmation_method ?? 'automatic',
    created: seconds(scene),
    currency,
    customer: params.customer ?? null,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: params.excluded_payment_method_types ?? null,
    last_payment_error: null,
    latest_charge: null,
    livemode: scene.world.livemode,
    managed_payments: null,
    metadata: mergedMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: optionsOf(means),
    payment_method_types: [...means],
    payment_record: null,
    processing: null,
    receipt_email: params.receipt_email ?? null,
    review: null,
    setup_future_usage: params.setup_future_usage ?? null,
    shipping: null,
    source: null,
    statement_descriptor: params.statement_descriptor ?? null,
    statement_descriptor_suffix: params.statement_descriptor_suffix ?? null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: params.transfer_group ?? null,
  }
  scene.world.tables.payment_intent[id] = intent
  tell(scene, 'payment_intent.created', intent)
  return intent
}

/**
 * Lets means of payment pass that can pay an amount in this currency and this way.
 * @throws Refused: Swish pays kronor, at once (Stripe documentation, "Swish payments")
 */
export function checkMeans(
  means: readonly string[],
  currency: string,
  captureMethod: string | undefined,
  param = 'allowed_payment_method_types',
): void {
  const unknown = means.find((type) => !['card', 'card_present', 'swish', 'link'].includes(type))
  if (unknown !== undefined) {
    throw invalid(
      `The payment method type provided: ${unknown} is invalid. Please ensure the provided type is activated in your dashboard (https://dashboard.stripe.com/account/payments/settings) and your account is enabled for any preview features that you are trying to use.`,
      { code: 'payment_intent_invalid_parameter', param },
    )
  }
  if (!means.includes('swish')) return
  if (currency !== 'sek') {
    throw invalid(
      `The payment method \`swish\` cannot be used with the currency \`${currency}\`. It supports the following currencies: sek.`,
      { code: 'payment_intent_invalid_parameter', param },
    )
  }
  if (captureMethod === 'manual') {
    throw invalid('The payment method type `swish` does not support `capture_method: manual`.', {
      code: 'payment_intent_invalid_parameter',
      param: 'capture_method',
    })
  }
}

function optionsOf(means: readonly string[]): Stripe.PaymentIntent.PaymentMethodOptions {
  const card: Stripe.PaymentIntent.PaymentMethodOptions.Card = {
    installments: null,
    mandate_options: null,
    network: null,
    request_three_d_secure: 'automatic',
  }
  const cardPresent: Stripe.PaymentIntent.PaymentMethodOptions.CardPresent = {
    request_extended_authorization: false,
    request_incremental_authorization_support: false,
  }
  return {
    ...(means.includes('card') ? { card } : {}),
    ...(means.includes('card_present') ? { card_present: cardPresent } : {}),
    ...(means.includes('swish') ? { swish: { reference: null } } : {}),
  }
}

/**
 * Changes an intent that isn't paid yet; what it is described by can change always.
 * @throws Refused in a state that fixes what is to be changed
 */
export function updateIntent(
  intent: Stripe.PaymentIntent,
  params: Stripe.PaymentIntentUpdateParams,
): Stripe.PaymentIntent {
  const { amount, currency = intent.currency } = params
  if (amount !== undefined || params.currency !== undefined) {
    if (!['requires_payment_method', 'requires_confirmation'].includes(intent.status)) {
      throw unexpectedState(
        intent,
        `This PaymentIntent's amount could not be updated because it has a status of ${intent.status}. You may only update the amount of a PaymentIntent with one of the following statuses: requires_payment_method, requires_confirmation.`,
      )
    }
    checkAmount(amount ?? intent.amount, checkedCurrency(currency))
    intent.amount = amount ?? intent.amount
    intent.currency = checkedCurrency(currency)
  }
  intent.metadata = mergedMetadata(intent.metadata, params.metadata)
  intent.description = params.description ?? intent.description
  return intent
}

/** An intent that can't do what is asked in the state it is in (400). */
export function unexpectedState(intent: Stripe.PaymentIntent, message: string) {
  const refused = invalid(message, { code: 'payment_intent_unexpected_state' })
  refused.error.payment_intent = structuredClone(intent)
  return refused
}
