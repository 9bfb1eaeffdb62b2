import type { Dispute } from './dispute.ts'
import type { Payment } from './payment.ts'
import type { Refund, RefundState } from './refund.ts'

/** Why nothing of a payment may be given back. */
export type NotRefundable = 'notPaid' | 'allRefunded' | 'disputed' | 'unknown'

/** What may be given back now, and why nothing may. */
export interface Refundable {
  readonly refundableMinor: number
  readonly notRefundable: NotRefundable | null
}

/** What somebody wants to give back is refused. */
export type RefundRefusal =
  | { readonly code: 'notPaid' }
  | { readonly code: 'disputed' }
  | { readonly code: 'unknown' }
  | { readonly code: 'aboveRefundable'; readonly refundableMinor: number }

/** The states in which a refund gives nothing back: its amount is the payment's again. */
export const voidRefunds: ReadonlySet<RefundState> = new Set(['failed', 'canceled'])

/** The disputes that leave a charge as it was: the site won, or nobody went on with it. */
const harmless: ReadonlySet<Dispute['status']> = new Set(['won', 'warning_closed'])

/** What is given back of a payment or on its way back, minor units; a refund that failed has given nothing. */
export function givenBackMinor(refunds: readonly Pick<Refund, 'amountMinor' | 'state'>[]): number {
  return refunds.reduce(
    (sum, { amountMinor, state }) => (voidRefunds.has(state) ? sum : sum + amountMinor),
    0,
  )
}

/** Whether the bank's word comes instead of a refund (Stripe Dispute.is_charge_refundable). */
export function isBlocked({ status, isChargeRefundable }: Dispute): boolean {
  return !isChargeRefundable && !harmless.has(status)
}

/**
 * What of a payment may be given back: never more than was taken, less all that is given back or on its way.
 * @param refunds all of the payment
 * @param disputes all of the payment
 */
export function refundable(
  payment: Payment,
  refunds: readonly Refund[],
  disputes: readonly Dispute[],
): Refundable {
  const nothing = (notRefundable: NotRefundable): Refundable => ({
    refundableMinor: 0,
    notRefundable,
  })
  if (payment.state === 'unknown') return nothing('unknown')
  if (payment.capturedMinor <= 0) return nothing('notPaid')
  if (disputes.some(isBlocked)) return nothing('disputed')
  const refundableMinor = Math.max(0, payment.capturedMinor - givenBackMinor(refunds))
  return refundableMinor === 0 ? nothing('allRefunded') : { refundableMinor, notRefundable: null }
}

/** Why an amount may not be given back; null where it may. */
export function refundRefusal(
  amountMinor: number,
  { refundableMinor, notRefundable }: Refundable,
): RefundRefusal | null {
  if (notRefundable === 'unknown' || notRefundable === 'notPaid' || notRefundable === 'disputed')
    return { code: notRefundable }
  return amountMinor > refundableMinor ? { code: 'aboveRefundable', refundableMinor } : null
}
