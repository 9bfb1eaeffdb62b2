import type { Stripe } from 'stripe'
import { invalid } from '../http/refused.ts'
import { swish, tokenOf } from '../world/instrument.ts'
import type { Instrument } from '../world/instrument.ts'
import { find, seconds } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'

/** Whom a payment is made by: nobody is asked. */
export function noBillingDetails(): Stripe.Charge.BillingDetails {
  return { ...nobody(), tax_id: null }
}

/** The same as a payment record has it. */
export function nobody(): Stripe.PaymentRecord.PaymentMethodDetails.BillingDetails {
  return {
    address: {
      city: null,
      country: null,
      line1: null,
      line2: null,
      postal_code: null,
      state: null,
    },
    email: null,
    name: null,
    phone: null,
  }
}

/** Writes down a payment method that behaves as an instrument does. */
export function newMethod(scene: Scene, instrument: Instrument): Stripe.PaymentMethod {
  const method: Stripe.PaymentMethod = {
    id: scene.newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: noBillingDetails(),
    created: seconds(scene),
    customer: null,
    customer_account: null,
    livemode: scene.world.livemode,
    metadata: {},
    type: instrument.type,
    ...details(instrument),
  }
  scene.world.tables.payment_method[method.id] = method
  scene.world.instruments[method.id] = instrument
  return method
}

function details(instrument: Instrument): Partial<Stripe.PaymentMethod> {
  if (instrument.type === 'swish') return { swish: {} }
  if (instrument.type === 'card_present') return { card_present: cardPresent(instrument) }
  return { card: card(instrument) }
}

function card({ brand, last4, funding, country, wallet }: Instrument): Stripe.PaymentMethod.Card {
  return {
    brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country,
    display_brand: brand === 'amex' ? 'american_express' : brand,
    exp_month: 12,
    exp_year: 2034,
    fingerprint: `double${last4}`,
    funding,
    generated_from: null,
    last4,
    networks: { available: [brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: wallet === null ? null : { dynamic_last4: null, type: wallet, [wallet]: {} },
  }
}

function cardPresent(instrument: Instrument): Stripe.PaymentMethod.CardPresent {
  const { brand, last4, funding, country } = instrument
  return {
    brand,
    brand_product: null,
    cardholder_name: null,
    country,
    exp_month: 12,
    exp_year: 2034,
    fingerprint: `double${last4}`,
    funding,
    last4,
    networks: { available: [brand], preferred: null },
    offline: null,
    preferred_locales: ['sv', 'en'],
    read_method: 'contactless_emv',
  }
}

/**
 * The payment method that a request names: an id that exists, or one of the test tokens, of which a
 * new one is made each time.
 */
export function namedMethod(scene: Scene, id: string): Stripe.PaymentMethod {
  const instrument = scene.world.livemode ? null : tokenOf(id)
  if (instrument !== null) return newMethod(scene, instrument)
  return find(scene, 'payment_method', id, 'payment_method')
}

/**
 * The payment method that a request describes.
 * @throws Refused for card numbers, which Stripe takes from its own fields alone
 */
export function describedMethod(scene: Scene, type: string): Stripe.PaymentMethod {
  if (type === 'swish') return newMethod(scene, swish)
  throw invalid(`Missing required param: payment_method_data[${type}].`, {
    code: 'parameter_missing',
    param: `payment_method_data[${type}]`,
  })
}

/** How a payment method behaves. */
export function instrumentOf({ world }: Scene, method: Stripe.PaymentMethod): Instrument {
  const instrument = world.instruments[method.id]
  if (instrument === undefined) throw new Error(`${method.id} behaves in no way`)
  return instrument
}
