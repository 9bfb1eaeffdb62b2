import type {
  StripeCharge,
  StripeDispute,
  StripeIntent,
  StripeReader,
  StripeRefund,
  StripeSession,
} from './stripe-object.ts'

const NOON_S = Date.UTC(2026, 10, 2, 12) / 1_000

/** A charge of 100.00 SEK on a Visa card for which Stripe took 2.90, save for what is told. */
export function aCharge(told: Partial<StripeCharge> = {}): StripeCharge {
  return {
    id: 'ch_1',
    created: NOON_S,
    disputed: false,
    payment_intent: 'pi_1',
    balance_transaction: {
      ...{ id: 'txn_1', amount: 10_000, created: NOON_S, currency: 'sek' },
      ...{ fee: 290, net: 9_710, source: 'ch_1', type: 'charge' },
    },
    payment_method_details: { type: 'card', card: { brand: 'visa', last4: '4242' } },
    ...told,
  }
}

/** An intent of 100.00 SEK that nobody has paid, save for what is told. */
export function anIntent(told: Partial<StripeIntent> = {}): StripeIntent {
  return {
    id: 'pi_1',
    amount: 10_000,
    amount_capturable: 0,
    amount_received: 0,
    cancellation_reason: null,
    created: NOON_S,
    currency: 'sek',
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: {},
    next_action: null,
    status: 'requires_payment_method',
    ...told,
  }
}

/** A page that waits for its payer, save for what is told. */
export function aSession(told: Partial<StripeSession> = {}): StripeSession {
  return {
    id: 'cs_1',
    client_reference_id: null,
    created: NOON_S,
    expires_at: NOON_S + 1_800,
    livemode: false,
    metadata: {},
    payment_intent: null,
    payment_status: 'unpaid',
    status: 'open',
    url: 'https://checkout.stripe.com/c/pay/cs_1',
    ...told,
  }
}

/** A refund of ten kronor that has gone through, save for what is told. */
export function aStripeRefund(told: Partial<StripeRefund> = {}): StripeRefund {
  return {
    id: 're_1',
    amount: 1_000,
    balance_transaction: 'txn_2',
    charge: 'ch_1',
    created: NOON_S,
    currency: 'sek',
    metadata: {},
    payment_intent: 'pi_1',
    reason: 'requested_by_customer',
    status: 'succeeded',
    ...told,
  }
}

/** A dispute of 100.00 SEK that waits for an answer, save for what is told. */
export function aStripeDispute(told: Partial<StripeDispute> = {}): StripeDispute {
  return {
    id: 'dp_1',
    amount: 10_000,
    balance_transactions: [],
    charge: 'ch_1',
    created: NOON_S,
    currency: 'sek',
    evidence_details: { due_by: null },
    is_charge_refundable: false,
    livemode: false,
    payment_intent: 'pi_1',
    reason: 'fraudulent',
    status: 'needs_response',
    ...told,
  }
}

/** A card reader that is free, save for what is told. */
export function aStripeReader(told: Partial<StripeReader> = {}): StripeReader {
  return {
    id: 'tmr_1',
    action: null,
    device_type: 'simulated_wisepos_e',
    label: 'Desk',
    livemode: false,
    location: 'tml_1',
    serial_number: '1',
    status: 'online',
    ...told,
  }
}
