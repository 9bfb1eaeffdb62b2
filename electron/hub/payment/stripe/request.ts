import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { Refund } from '../../../../shared/domain/payment/refund.ts'
import type { StripeCall } from '../../../../shared/domain/payment/stripe-call.ts'

/** What a request is made of. */
export interface RequestParts {
  readonly call: StripeCall
  readonly payment: Payment
  readonly bill: Bill
  readonly refund: Refund | null
  readonly siteId: string
  readonly siteName: string
  /** Where a payer is taken who has paid, where nothing else was wished. */
  readonly thanksUrl: string
  readonly now: number
}

/** A request as it is kept and sent: at which of Stripe's objects, with which parameters. */
export interface KeptRequest {
  readonly target: string | null
  readonly params: Record<string, unknown>
}

/** What Stripe asks of a page's end: half an hour at least, a day at most, by its own clock, which ours may differ from. */
const SHORTEST_MS = 35 * MINUTE
const LONGEST_MS = 24 * HOUR - 5 * MINUTE

/**
 * The request of a call, made when it is first sent and kept with it; the same each time it is sent again. Null where
 * what it is to be done to isn't there, so there is nothing to do.
 */
export function requestOf(parts: RequestParts): KeptRequest | null {
  const { call, payment, refund } = parts
  switch (call.kind) {
    case 'checkout.create':
      return { target: null, params: checkoutParams(parts) }
    case 'intent.create':
      return { target: null, params: intentParams(parts) }
    case 'checkout.expire':
      return at(wished(call, 'session') ?? payment.stripeCheckoutSessionId)
    case 'intent.cancel':
      return at(wished(call, 'intent') ?? payment.stripePaymentIntentId, {
        cancellation_reason:
          call.request['as'] === 'cancelled' ? 'requested_by_customer' : 'abandoned',
      })
    case 'intent.capture':
      return at(payment.stripePaymentIntentId, { amount_to_capture: call.request['amountMinor'] })
    case 'reader.process':
      if (payment.stripePaymentIntentId === null) return null
      return at(payment.readerId, {
        payment_intent: payment.stripePaymentIntentId,
        process_config: { skip_tipping: true, enable_customer_cancellation: true },
      })
    case 'reader.cancel':
      return at(payment.readerId)
    case 'refund.create':
      if (refund === null || payment.stripePaymentIntentId === null) return null
      return {
        target: null,
        params: {
          payment_intent: payment.stripePaymentIntentId,
          amount: refund.amountMinor,
          reason: refund.reason,
          metadata: { ...metadataOf(parts), note: refund.note },
        },
      }
  }
}

/** A kept request as it is read back; null where it was never made. */
export function keptRequest({ request }: StripeCall): KeptRequest | null {
  const { target, params } = request
  if (typeof params !== 'object' || params === null) return null
  return {
    target: typeof target === 'string' ? target : null,
    params: Object.fromEntries(Object.entries(params)),
  }
}

function at(target: string | null, params: Record<string, unknown> = {}): KeptRequest | null {
  return target === null ? null : { target, params }
}

function wished({ request }: StripeCall, name: string): string | null {
  const value = request[name]
  return typeof value === 'string' ? value : null
}

function checkoutParams(parts: RequestParts): Record<string, unknown> {
  const { call, payment, bill, now } = parts
  const backUrl = backUrlOf(parts)
  const until = Math.min(now + LONGEST_MS, Math.max(now + SHORTEST_MS, payment.expiresAt ?? 0))
  return {
    mode: 'payment',
    client_reference_id: bill.bookingId ?? bill.id,
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: payment.currency.toLowerCase(),
          unit_amount: payment.amountMinor,
          product_data: { name: parts.siteName },
        },
      },
    ],
    metadata: metadataOf(parts),
    payment_intent_data: {
      capture_method: captureMethod(payment),
      description: descriptionOf(parts),
      metadata: metadataOf(parts),
    },
    locale: call.request['language'] === 'en' ? 'en' : 'sv',
    expires_at: Math.floor(until / 1_000),
    success_url: backUrl ?? parts.thanksUrl,
    // “If set, Checkout displays a back button” (Stripe API, Checkout Session, cancel_url).
    ...(backUrl !== null && { cancel_url: backUrl }),
  }
}

function intentParams(parts: RequestParts): Record<string, unknown> {
  const { payment } = parts
  const common = {
    amount: payment.amountMinor,
    currency: payment.currency.toLowerCase(),
    description: descriptionOf(parts),
    metadata: metadataOf(parts),
  }
  if (payment.means === 'reader')
    return {
      ...common,
      allowed_payment_method_types: ['card_present'],
      capture_method: captureMethod(payment),
    }
  return {
    ...common,
    allowed_payment_method_types: ['swish'],
    payment_method_data: { type: 'swish' },
    confirm: true,
    return_url: backUrlOf(parts) ?? parts.thanksUrl,
  }
}

/** Where whoever opened it wants its payer back. Live, Stripe refuses any address that isn't https. */
function backUrlOf({ call, payment }: RequestParts): string | null {
  const url = wished(call, 'returnUrl')
  return url !== null && (payment.mode !== 'live' || url.startsWith('https://')) ? url : null
}

/** `automatic_async` is the default of the API, and says what was paid before Stripe knows what it cost. */
function captureMethod({ capture }: Payment): 'automatic' | 'manual' {
  return capture
}

/** What finds it again at Stripe, whatever becomes of the answer. */
function metadataOf({ call, payment, bill, siteId }: RequestParts): Record<string, string> {
  return {
    payment_id: payment.id,
    bill_id: bill.id,
    site_id: siteId,
    call_id: call.id,
    ...(call.refundId === null ? {} : { refund_id: call.refundId }),
  }
}

function descriptionOf({ siteName, bill }: RequestParts): string {
  return [siteName, bill.plate].filter(Boolean).join(' · ')
}
