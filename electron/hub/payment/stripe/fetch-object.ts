import type { Stripe } from 'stripe'
import {
  type StripeDispute,
  stripeDispute,
  type StripeIntent,
  stripeIntent,
  type StripeReader,
  stripeReader,
  type StripeRefund,
  stripeRefund,
  type StripeSession,
  stripeSession,
} from '../../../../shared/domain/payment/stripe-object.ts'
import { expandIntent, expandSession } from './send.ts'

// Objects as Stripe has them now. All throw the SDK's errors.

export async function fetchIntent(stripe: Stripe, id: string): Promise<StripeIntent> {
  return stripeIntent.parse(await stripe.paymentIntents.retrieve(id, { expand: expandIntent }))
}

export async function fetchSession(stripe: Stripe, id: string): Promise<StripeSession> {
  return stripeSession.parse(await stripe.checkout.sessions.retrieve(id, { expand: expandSession }))
}

export async function fetchRefund(stripe: Stripe, id: string): Promise<StripeRefund> {
  return stripeRefund.parse(await stripe.refunds.retrieve(id))
}

export async function fetchDispute(stripe: Stripe, id: string): Promise<StripeDispute> {
  return stripeDispute.parse(await stripe.disputes.retrieve(id))
}

export async function fetchReader(stripe: Stripe, id: string): Promise<StripeReader> {
  return stripeReader.parse(await stripe.terminal.readers.retrieve(id))
}
