import type { Stripe } from 'stripe'
import type { StripeCallKind } from '../../../../shared/domain/payment/stripe-call.ts'
import {
  type StripeIntent,
  stripeIntent,
  type StripeReader,
  stripeReader,
  type StripeRefund,
  stripeRefund,
  type StripeSession,
  stripeSession,
} from '../../../../shared/domain/payment/stripe-object.ts'
import type { KeptRequest } from './request.ts'

/** An object of Stripe's as it was told just now. */
export type Told =
  | { readonly kind: 'intent'; readonly intent: StripeIntent }
  | { readonly kind: 'session'; readonly session: StripeSession }
  | { readonly kind: 'refund'; readonly refund: StripeRefund }
  | { readonly kind: 'reader'; readonly reader: StripeReader }

export const expandIntent = ['latest_charge.balance_transaction']
export const expandSession = ['payment_intent.latest_charge.balance_transaction']

/**
 * Sends one request under its idempotency key.
 * @throws the SDK's errors, for `answer.ts` to read
 */
export async function send(
  stripe: Stripe,
  kind: StripeCallKind,
  { target, params }: KeptRequest,
  idempotencyKey: string,
): Promise<Told> {
  const id = target ?? ''
  const options = { idempotencyKey }
  switch (kind) {
    case 'checkout.create': {
      const made = await stripe.checkout.sessions.create(
        sent({ ...params, expand: expandSession }),
        options,
      )
      return { kind: 'session', session: stripeSession.parse(made) }
    }
    case 'checkout.expire': {
      const ended = await stripe.checkout.sessions.expire(id, { expand: expandSession }, options)
      return { kind: 'session', session: stripeSession.parse(ended) }
    }
    case 'intent.create': {
      const made = await stripe.paymentIntents.create(
        sent({ ...params, expand: expandIntent }),
        options,
      )
      return { kind: 'intent', intent: stripeIntent.parse(made) }
    }
    case 'intent.capture': {
      const taken = await stripe.paymentIntents.capture(
        id,
        { ...params, expand: expandIntent },
        options,
      )
      return { kind: 'intent', intent: stripeIntent.parse(taken) }
    }
    case 'intent.cancel': {
      const ended = await stripe.paymentIntents.cancel(
        id,
        { ...params, expand: expandIntent },
        options,
      )
      return { kind: 'intent', intent: stripeIntent.parse(ended) }
    }
    case 'reader.process': {
      const busy = await stripe.terminal.readers.processPaymentIntent(id, sent(params), options)
      return { kind: 'reader', reader: stripeReader.parse(busy) }
    }
    case 'reader.cancel': {
      const free = await stripe.terminal.readers.cancelAction(id, {}, options)
      return { kind: 'reader', reader: stripeReader.parse(free) }
    }
    case 'refund.create': {
      const made = await stripe.refunds.create(params, options)
      return { kind: 'refund', refund: stripeRefund.parse(made) }
    }
  }
}

/** Parameters as they lie in the outbox; `request.ts` made them, and Stripe has the last word on them. */
function sent<Params>(params: Record<string, unknown>): Params {
  return params as Params // the wire's boundary: what was kept as JSON gets its type back
}
