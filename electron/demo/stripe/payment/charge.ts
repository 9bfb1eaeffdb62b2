import type { Stripe } from 'stripe'
import type { Instrument } from '../world/instrument.ts'
import { idOf, seconds } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { book, chargeFeeMinor } from './balance.ts'
import { declineOf, outcomeOf } from './decline.ts'
import { noBillingDetails } from './method.ts'

const DAY_SECONDS = 86_400
/** How long a hold lasts: online, and at a reader (Stripe documentation, "Place a hold"). */
const HOLD_DAYS = { card: 7, card_present: 2 }

/** One attempt to take an intent's money. */
export type Attempt = {
  intent: Stripe.PaymentIntent
  methodId: string
  instrument: Instrument
  /** Null when it pays. */
  declineCode: string | null
  isCaptured: boolean
  reader: Stripe.Terminal.Reader | null
}

/** Writes down a charge: paid, held or failed. */
export function newCharge(scene: Scene, attempt: Attempt): Stripe.Charge {
  const { intent, instrument, declineCode, isCaptured } = attempt
  const failure = declineCode === null ? null : declineOf(declineCode)
  const charge: Stripe.Charge = {
    // Charges that are no card's are payments by their prefix.
    id: scene.newId(instrument.type === 'swish' ? 'py' : 'ch'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: isCaptured && failure === null ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: noBillingDetails(),
    calculated_statement_descriptor: intent.statement_descriptor ?? 'LADDPLAN',
    captured: isCaptured && failure === null,
    created: seconds(scene),
    currency: intent.currency,
    customer: null,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: failure?.code ?? null,
    failure_message: failure?.message ?? null,
    fraud_details: {},
    livemode: scene.world.livemode,
    metadata: { ...intent.metadata },
    on_behalf_of: null,
    outcome: instrument.type === 'swish' ? null : outcomeOf(declineCode),
    paid: failure === null,
    payment_intent: intent.id,
    payment_method: attempt.methodId,
    payment_method_details: methodDetails(scene, attempt),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: failure === null ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: null,
  }
  scene.world.tables.charge[charge.id] = charge
  return charge
}

function methodDetails(scene: Scene, attempt: Attempt): Stripe.Charge.PaymentMethodDetails {
  const { instrument, isCaptured, declineCode, reader } = attempt
  const { type } = instrument
  if (type === 'swish') {
    const swish = { fingerprint: null, payment_reference: null, verified_phone_last4: null }
    return { type, swish }
  }
  const holds = !isCaptured && declineCode === null
  const before = seconds(scene) + HOLD_DAYS[type] * DAY_SECONDS
  const authorised = {
    amount_authorized: declineCode === null ? attempt.intent.amount : null,
    ...(holds ? { capture_before: before } : {}),
  }
  if (type === 'card_present') {
    return { type, card_present: presentDetails(instrument, authorised, reader) }
  }
  return { type, card: cardDetails(instrument, authorised) }
}

type Authorised = { amount_authorized: number | null; capture_before?: number }

function cardDetails(
  { brand, last4, funding, country, wallet, asksHolder }: Instrument,
  authorised: Authorised,
): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    ...authorised,
    authorization_code: null,
    brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country,
    electronic_commerce_indicator: asksHolder ? '05' : null,
    exp_month: 12,
    exp_year: 2034,
    extended_authorization: { status: 'disabled' },
    fingerprint: `double${last4}`,
    funding,
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4,
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: brand,
    network_token: { used: false },
    network_transaction_id: null,
    overcapture: {
      maximum_amount_capturable: authorised.amount_authorized ?? 0,
      status: 'unavailable',
    },
    regulated_status: 'unregulated',
    three_d_secure: null,
    transaction_link_id: null,
    wallet: wallet === null ? null : { dynamic_last4: null, type: wallet, [wallet]: {} },
  }
}

function presentDetails(
  { brand, last4, funding, country }: Instrument,
  authorised: Authorised,
  reader: Stripe.Terminal.Reader | null,
): Stripe.Charge.PaymentMethodDetails.CardPresent {
  const location = idOf(reader?.location)
  return {
    ...authorised,
    brand,
    brand_product: null,
    cardholder_name: null,
    country,
    emv_auth_data: null,
    exp_month: 12,
    exp_year: 2034,
    fingerprint: `double${last4}`,
    funding,
    generated_card: null,
    incremental_authorization_supported: false,
    last4,
    ...(location === null ? {} : { location }),
    network: brand,
    network_transaction_id: null,
    offline: { stored_at: null, type: null },
    overcapture_supported: false,
    preferred_locales: ['sv', 'en'],
    read_method: 'contactless_emv',
    ...(reader === null ? {} : { reader: reader.id }),
    receipt: {
      account_type: 'credit',
      application_cryptogram: 'F0E1D2C3B4A59687',
      application_preferred_name: brand === 'visa' ? 'Visa Credit' : 'Mastercard',
      authorization_code: '123456',
      authorization_response_code: '3030',
      cardholder_verification_method: 'approval',
      dedicated_file_name: brand === 'visa' ? 'A0000000031010' : 'A0000000041010',
      terminal_verification_results: '0000000000',
      transaction_status_information: '0000',
    },
  }
}

/** What a charge was paid with. */
export function meansOf(charge: Stripe.Charge): Instrument['type'] {
  const type = charge.payment_method_details?.type
  return type === 'swish' || type === 'card_present' ? type : 'card'
}

/** Books what was captured, with the fee on it. */
export function settle(scene: Scene, charge: Stripe.Charge): void {
  if (charge.balance_transaction !== null || !charge.captured) return
  const means = meansOf(charge)
  const { id } = book(scene, {
    type: means === 'swish' ? 'payment' : 'charge',
    category: 'charge',
    amountMinor: charge.amount_captured,
    feeMinor: chargeFeeMinor(means, charge.amount_captured, charge.currency),
    currency: charge.currency,
    source: charge.id,
    description: charge.description,
  })
  charge.balance_transaction = id
}
