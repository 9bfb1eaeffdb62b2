import type { Instant } from '../../time/instant.ts'
import { changed } from './intent-news.ts'
import { newRefund } from './new-refund.ts'
import type { Payment } from './payment.ts'
import {
  type Refund,
  type RefundReason,
  refundReason,
  type RefundState,
  refundState,
} from './refund.ts'
import { voidRefunds } from './refunding.ts'
import type { StripeRefund } from './stripe-object.ts'

/** What a refund at Stripe tells of ours, and what moved: `given` money left, `returned` it came back. */
export interface RefundNews {
  readonly patch: Partial<Refund>
  readonly moved: 'given' | 'returned' | null
}

/** How far a refund has come; a success can still fail, a failure is the end. */
const progress: Record<RefundState, number> = {
  requested: 0,
  unknown: 0,
  pending: 1,
  requires_action: 1,
  succeeded: 2,
  failed: 3,
  canceled: 3,
}

/** The states in which Stripe has taken the money out. */
export const givenRefunds: ReadonlySet<RefundState> = new Set([
  'pending',
  'requires_action',
  'succeeded',
])

/** What a refund, as Stripe has it now, changes in ours; null when there is nothing new. Never goes back. */
export function refundNews(refund: Refund, told: StripeRefund, now: Instant): RefundNews | null {
  const heard = stateOf(told)
  const isAhead =
    progress[heard] > progress[refund.state] ||
    (progress[heard] === progress[refund.state] && heard !== refund.state && heard !== 'failed')
  const isFirst = refund.stripeRefundId === null
  const isEnd = voidRefunds.has(refund.state)
  const state = isFirst || (isAhead && !isEnd) ? heard : refund.state
  const patch = changed(refund, {
    state,
    stripeRefundId: refund.stripeRefundId ?? told.id,
    failureReason: told.failure_reason ?? refund.failureReason,
  })
  if (patch === null) return null
  return { patch: { ...patch, updatedAt: now }, moved: movedBy(refund.state, state) }
}

function movedBy(before: RefundState, after: RefundState): RefundNews['moved'] {
  const was = givenRefunds.has(before)
  const is = givenRefunds.has(after)
  if (was === is) return null
  return is ? 'given' : 'returned'
}

/**
 * Whether a refund only says that a part of a hold was let go: nothing had been taken, so nothing left Stripe's balance
 * (Stripe documentation, "Place a hold on a payment method").
 */
export function isRelease({ status, balance_transaction }: StripeRefund): boolean {
  return status === 'succeeded' && balance_transaction === null
}

/** A refund that was made at Stripe by somebody, as a row of ours that nothing has moved for yet. */
export function adoptedRefund(
  payment: Payment,
  told: StripeRefund,
  { id, now }: { readonly id: string; readonly now: Instant },
): Refund {
  const what = { amountMinor: told.amount, reason: reasonOf(told.reason), note: '' }
  return newRefund({ id, at: now, givenBy: 'Stripe' }, payment, what)
}

function stateOf({ status }: StripeRefund): RefundState {
  const known = refundState.safeParse(status)
  // A status that Stripe adds some day is not an end: it is asked about again.
  return known.success && known.data !== 'requested' && known.data !== 'unknown'
    ? known.data
    : 'pending'
}

function reasonOf(reason: string | null): RefundReason {
  const known = refundReason.safeParse(reason)
  return known.success ? known.data : 'requested_by_customer'
}
