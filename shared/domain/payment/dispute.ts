import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor } from '../bill/bill.ts'
import { id } from '../id/id.ts'

/** Stripe's states (Dispute.status). */
export const disputeStatus = z.enum([
  'warning_needs_response',
  'warning_under_review',
  'warning_closed',
  'needs_response',
  'under_review',
  'won',
  'lost',
  'prevented',
])
export type DisputeStatus = z.infer<typeof disputeStatus>

/** The states in which it is decided. */
export const endedDisputes: ReadonlySet<DisputeStatus> = new Set([
  'warning_closed',
  'won',
  'lost',
  'prevented',
])

/** A cardholder's bank that wants a payment back. */
export const dispute = z.object({
  id: z.string().describe('Stripe’s id'),
  paymentId: id.nullable().describe('Null where the charge is none of ours'),
  stripeChargeId: z.string(),
  amountMinor,
  currency: z.string(),
  reason: z.string(),
  status: disputeStatus,
  isChargeRefundable: z.boolean(),
  withdrawnMinor: amountMinor.describe('What Stripe has taken from the balance for it'),
  feeMinor: amountMinor,
  evidenceDueBy: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
})
export type Dispute = z.infer<typeof dispute>
