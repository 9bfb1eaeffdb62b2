import type { Payout, PayoutRow } from '../../payment/payout.ts'
import type { Cells } from '../column.ts'
import { localDayOf } from '../period.ts'

/** What Stripe sent to the bank, and the sums of what is in it. */
export interface PayoutFacts {
  readonly payout: Pick<
    Payout,
    'id' | 'status' | 'amountMinor' | 'currency' | 'arrivesOn' | 'createdAt' | 'explainedMinor'
  >
  readonly rows: readonly Pick<PayoutRow, 'type' | 'amountMinor' | 'feeMinor'>[]
}

const charges = new Set(['charge', 'payment'])
const refunds = new Set(['refund', 'payment_refund', 'refund_failure', 'payment_failure_refund'])

function sumOf({ rows }: PayoutFacts, of: (type: string) => boolean): number {
  let sum = 0
  for (const { type, amountMinor } of rows) if (of(type)) sum += amountMinor
  return sum
}

export const payoutCells: Cells<PayoutFacts> = {
  created_at: ({ payout }) => payout.createdAt,
  // Stripe's days begin at midnight UTC.
  arrives_on: ({ payout }) => localDayOf(payout.arrivesOn, 'UTC'),
  payout_id: ({ payout }) => payout.id,
  status: ({ payout }) => payout.status,
  charges: (facts) => sumOf(facts, (type) => charges.has(type)),
  refunds: (facts) => sumOf(facts, (type) => refunds.has(type)),
  fees: ({ rows }) => -rows.reduce((sum, { feeMinor }) => sum + feeMinor, 0),
  other: (facts) => sumOf(facts, (type) => !charges.has(type) && !refunds.has(type)),
  amount: ({ payout }) => payout.amountMinor,
  difference: ({ payout }) => payout.amountMinor - payout.explainedMinor,
  currency: ({ payout }) => payout.currency,
  entries: ({ rows }) => rows.length,
}
