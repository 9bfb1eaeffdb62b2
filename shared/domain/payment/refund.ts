import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor, vatSum } from '../bill/bill.ts'
import { id } from '../id/id.ts'

/** Stripe's reasons (Refund.reason); the person's own words go with it as a note. */
export const refundReason = z.enum(['requested_by_customer', 'duplicate', 'fraudulent'])
export type RefundReason = z.infer<typeof refundReason>

/**
 * Stripe's states (Refund.status), and around them `requested`: Stripe has not been told yet, and `unknown`: it was
 * told and never answered. A success can still become a failure.
 */
export const refundState = z.enum([
  'requested',
  'pending',
  'requires_action',
  'succeeded',
  'failed',
  'canceled',
  'unknown',
])
export type RefundState = z.infer<typeof refundState>

/** The states in which something is still to happen. */
export const unfinishedRefunds: ReadonlySet<RefundState> = new Set([
  'requested',
  'pending',
  'requires_action',
  'unknown',
])

/** Money of a payment that is given back. */
export const refund = z.object({
  id,
  paymentId: id,
  billId: id,
  amountMinor,
  currency: z.string(),
  reason: refundReason,
  note: z.string().describe('Why, in the person’s own words'),
  roundingMinor: amountMinor.describe('Cash: what rounding to coins added or took'),
  state: refundState,
  takenOff: z
    .array(vatSum)
    .describe('What its bill was made less by with it, by rate; empty where it stayed as it was'),
  stripeRefundId: z.string().nullable(),
  failureReason: z.string().nullable().describe('Stripe’s failure_reason'),
  receiptNumber: z.int().nullable(),
  givenBy: z.string(),
  approvedBy: z.string().nullable().describe('The supervisor who let pass what was above a limit'),
  tillId: id.nullable().describe('The till it was given at'),
  shiftId: id.nullable().describe('The shift it counts in, once it is given'),
  createdAt: instant,
  updatedAt: instant,
})
export type Refund = z.infer<typeof refund>
