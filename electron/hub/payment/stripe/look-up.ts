import type { Stripe } from 'stripe'
import { DAY, SECOND, type Instant } from '../../../../shared/time/instant.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { StripeCall } from '../../../../shared/domain/payment/stripe-call.ts'
import { intentOn } from '../../../../shared/domain/payment/reader-news.ts'
import { stripeRefund } from '../../../../shared/domain/payment/stripe-object.ts'
import { fetchIntent, fetchReader, fetchSession } from './fetch-object.ts'
import type { Told } from './send.ts'
import { keptRequest } from './request.ts'

/** What is at Stripe of a call that nobody answered: the object that it made or changed. */
export interface Looked {
  readonly isDone: boolean
  readonly told: Told | null
}

const PAGE = 100

/**
 * Looks at Stripe for what a call was to do. What it was to make is found by the metadata it was sent with, in Stripe's
 * lists and not by its search, which may be minutes behind.
 * @throws the SDK's errors
 */
export async function lookUp(stripe: Stripe, call: StripeCall, payment: Payment): Promise<Looked> {
  const target = keptRequest(call)?.target ?? ''
  switch (call.kind) {
    case 'checkout.create':
      return found(await madeSession(stripe, call))
    case 'intent.create':
      return found(await madeIntent(stripe, call))
    case 'refund.create':
      return found(await madeRefund(stripe, call, payment))
    case 'checkout.expire': {
      const session = await fetchSession(stripe, target)
      return { isDone: session.status !== 'open', told: { kind: 'session', session } }
    }
    case 'intent.cancel':
    case 'intent.capture': {
      const intent = await fetchIntent(stripe, target)
      const isDone = intent.status === 'canceled' || intent.status === 'succeeded'
      return { isDone, told: { kind: 'intent', intent } }
    }
    case 'reader.process':
    case 'reader.cancel': {
      const reader = await fetchReader(stripe, target)
      const isOurs = intentOn(reader) === payment.stripePaymentIntentId
      const isDone =
        call.kind === 'reader.process' ? isOurs : !isOurs || reader.action?.status !== 'in_progress'
      return { isDone, told: { kind: 'reader', reader } }
    }
  }
}

function found(told: Told | null): Looked {
  return { isDone: told !== null, told }
}

async function madeSession(stripe: Stripe, call: StripeCall): Promise<Told | null> {
  const list = stripe.checkout.sessions.list({ created: around(call), limit: PAGE })
  for await (const session of list)
    if (session.metadata?.['call_id'] === call.id)
      return { kind: 'session', session: await fetchSession(stripe, session.id) }
  return null
}

async function madeIntent(stripe: Stripe, call: StripeCall): Promise<Told | null> {
  const list = stripe.paymentIntents.list({ created: around(call), limit: PAGE })
  for await (const intent of list)
    if (intent.metadata['call_id'] === call.id)
      return { kind: 'intent', intent: await fetchIntent(stripe, intent.id) }
  return null
}

async function madeRefund(
  stripe: Stripe,
  call: StripeCall,
  { stripePaymentIntentId }: Payment,
): Promise<Told | null> {
  if (stripePaymentIntentId === null) return null
  const list = stripe.refunds.list({ payment_intent: stripePaymentIntentId, limit: PAGE })
  for await (const refund of list)
    if (refund.metadata?.['call_id'] === call.id)
      return { kind: 'refund', refund: stripeRefund.parse(refund) }
  return null
}

/** When it can have been made: our clock and Stripe's may differ by hours where nobody looks after ours. */
function around({ createdAt, firstSentAt }: StripeCall): { gte: number; lte: number } {
  const from: Instant = Math.min(createdAt, firstSentAt ?? createdAt) - DAY
  const until: Instant = (firstSentAt ?? createdAt) + 3 * DAY
  return { gte: Math.floor(from / SECOND), lte: Math.ceil(until / SECOND) }
}
