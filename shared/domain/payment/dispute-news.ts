import { SECOND, type Instant } from '../../time/instant.ts'
import { type Dispute, type DisputeStatus, disputeStatus, endedDisputes } from './dispute.ts'
import { changed } from './intent-news.ts'
import { idOf, type StripeDispute } from './stripe-object.ts'

/** A dispute as it now is, and what moved since we last heard, minor units. */
export interface DisputeNews {
  readonly dispute: Dispute
  /** Newly taken from the balance; below zero it came back. */
  readonly withdrawnMinor: number
  /** Newly charged for it; below zero it came back. */
  readonly feeMinor: number
  /** It has just been lost, so what was taken for it is gone. */
  readonly isLost: boolean
}

const progress: Record<DisputeStatus, number> = {
  warning_needs_response: 0,
  warning_under_review: 1,
  needs_response: 2,
  under_review: 3,
  warning_closed: 4,
  won: 4,
  lost: 4,
  prevented: 4,
}

/**
 * What a dispute, as Stripe has it now, makes of ours; null when there is nothing new, or when it was heard late. What
 * Stripe takes for a dispute it takes before its end and gives back after.
 */
export function disputeNews(
  known: Dispute | undefined,
  told: StripeDispute,
  paymentId: string | null,
  now: Instant,
): DisputeNews | null {
  const status = statusOf(told)
  if (known && progress[status] < progress[known.status]) return null
  if (known && endedDisputes.has(known.status) && status !== known.status) return null
  const taken = -sum(told.balance_transactions.map(({ amount }) => amount))
  const fees = sum(told.balance_transactions.map(({ fee }) => fee))
  const before = known?.status === status ? known : null
  const furthest = status === 'won' ? Math.min : Math.max
  const withdrawnMinor = before ? furthest(taken, before.withdrawnMinor) : taken
  const feeMinor = before ? furthest(fees, before.feeMinor) : fees
  const dispute: Dispute = {
    id: told.id,
    paymentId,
    stripeChargeId: idOf(told.charge) ?? '',
    amountMinor: told.amount,
    currency: told.currency.toUpperCase(),
    reason: told.reason,
    status,
    isChargeRefundable: told.is_charge_refundable,
    withdrawnMinor,
    feeMinor,
    evidenceDueBy:
      told.evidence_details.due_by === null ? null : told.evidence_details.due_by * SECOND,
    createdAt: told.created * SECOND,
    updatedAt: known?.updatedAt ?? now,
  }
  if (known && changed(known, dispute) === null) return null
  return {
    dispute: { ...dispute, updatedAt: now },
    withdrawnMinor: withdrawnMinor - (known?.withdrawnMinor ?? 0),
    feeMinor: feeMinor - (known?.feeMinor ?? 0),
    isLost: status === 'lost' && known?.status !== 'lost',
  }
}

function statusOf({ status }: StripeDispute): DisputeStatus {
  const known = disputeStatus.safeParse(status)
  return known.success ? known.data : 'needs_response'
}

const sum = (minors: readonly number[]): number => minors.reduce((all, minor) => all + minor, 0)
