import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor } from '../bill/bill.ts'
import { id } from '../id/id.ts'

/** Money that Stripe sends to the site's bank. */
export const payout = z.object({
  id: z.string().describe('Stripe’s id'),
  amountMinor,
  currency: z.string(),
  status: z.string().describe('Stripe’s: paid, pending, in_transit, canceled or failed'),
  automatic: z.boolean(),
  reconciliation: z
    .string()
    .describe('Stripe’s reconciliation_status: completed, in_progress or not_applicable'),
  arrivesOn: instant,
  explainedMinor: amountMinor.describe('The sum of the rows that are known to be in it'),
  reconciledAt: instant.nullable().describe('When every row had been compared with ours'),
  createdAt: instant,
  updatedAt: instant,
})
export type Payout = z.infer<typeof payout>

/** One row of a payout (BalanceTransaction). */
export const payoutRow = z.object({
  id: z.string().describe('Stripe’s id'),
  payoutId: z.string(),
  type: z.string().describe('Stripe’s: charge, payment, refund, adjustment, stripe_fee …'),
  amountMinor,
  feeMinor: amountMinor,
  netMinor: amountMinor,
  sourceId: z.string().nullable(),
  paymentId: id.nullable(),
  refundId: id.nullable(),
  difference: z
    .string()
    .nullable()
    .describe('`notOurs`, `amount` or `unposted`: why it is not what our ledger has'),
  createdAt: instant,
})
export type PayoutRow = z.infer<typeof payoutRow>
