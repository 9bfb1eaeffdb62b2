import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'

/** What Stripe is asked to do; each is one request that changes something there. */
export const stripeCallKind = z.enum([
  'checkout.create',
  'checkout.expire',
  'intent.create',
  'intent.capture',
  'intent.cancel',
  'reader.process',
  'reader.cancel',
  'refund.create',
])
export type StripeCallKind = z.infer<typeof stripeCallKind>

/**
 * `waiting` to be sent, the first time or again; `sent` and not answered yet; `done`; `refused` by Stripe, for good;
 * `unknown` nobody answered for so long that the idempotency key may be forgotten: looked for, and shown to a person;
 * `dropped` by a person.
 */
export const stripeCallState = z.enum(['waiting', 'sent', 'done', 'refused', 'unknown', 'dropped'])
export type StripeCallState = z.infer<typeof stripeCallState>

/** A line of the outbox to Stripe, on disk before anything is sent. */
export const stripeCall = z.object({
  id,
  kind: stripeCallKind,
  paymentId: id,
  refundId: id.nullable(),
  request: z.record(z.string(), z.unknown()).describe('The parameters, as they are sent each time'),
  idempotencyKey: z.string(),
  state: stripeCallState,
  attempts: z.int(),
  firstSentAt: instant.nullable().describe('When this key was first sent'),
  dueAt: instant.describe('When it is to be sent next'),
  error: z.string().nullable().describe('What went wrong last, in Stripe’s words'),
  errorCode: z.string().nullable(),
  createdAt: instant,
  endedAt: instant.nullable(),
})
export type StripeCall = z.infer<typeof stripeCall>
