import type { DisputeStatus } from '../../shared/domain/payment/dispute.ts'
import type { RefundState } from '../../shared/domain/payment/refund.ts'
import type { PayState } from './pay-state.ts'
import type { PaymentStanding } from './payment-standing.ts'

/** How a state of money looks: a shape and a colour each. Red is for what nobody knows or what went wrong with money. */
export const moneyLooks = [
  'done',
  'held',
  'part',
  'waits',
  'due',
  'declined',
  'over',
  'back',
  'wrong',
  'unknown',
] as const
export type MoneyLook = (typeof moneyLooks)[number]

const payments: Record<PaymentStanding, MoneyLook> = {
  requested: 'waits',
  open: 'waits',
  processing: 'waits',
  held: 'held',
  capturing: 'held',
  paid: 'done',
  disputed: 'wrong',
  partRefunded: 'back',
  refunded: 'back',
  failed: 'declined',
  cancelled: 'over',
  expired: 'over',
  unknown: 'unknown',
}

const refunds: Record<RefundState, MoneyLook> = {
  requested: 'waits',
  pending: 'waits',
  requires_action: 'waits',
  succeeded: 'back',
  failed: 'wrong',
  canceled: 'over',
  unknown: 'unknown',
}

const disputes: Record<DisputeStatus, MoneyLook> = {
  warning_needs_response: 'due',
  warning_under_review: 'waits',
  warning_closed: 'done',
  needs_response: 'wrong',
  under_review: 'waits',
  won: 'done',
  lost: 'wrong',
  prevented: 'over',
}

const bills: Record<PayState, MoneyLook> = {
  open: 'waits',
  unpaid: 'due',
  held: 'held',
  partPaid: 'part',
  paid: 'done',
  refunded: 'back',
  account: 'over',
  free: 'over',
}

/** How it looks how a payment stands. */
export function lookOfPayment(standing: PaymentStanding): MoneyLook {
  return payments[standing]
}

/** How the state of a refund looks. */
export function lookOfRefund(state: RefundState): MoneyLook {
  return refunds[state]
}

/** How the state of a dispute looks. */
export function lookOfDispute(status: DisputeStatus): MoneyLook {
  return disputes[status]
}

/** How it looks that a bill is paid, or is not. */
export function lookOfBill(state: PayState): MoneyLook {
  return bills[state]
}
