import type { Dispute } from './dispute.ts'
import type { Payment } from './payment.ts'
import type { PayoutRow } from './payout.ts'
import { givenRefunds } from './refund-news.ts'
import type { Refund } from './refund.ts'
import type { StripeBalanceTransaction } from './stripe-object.ts'

/** What a row of a payout is to us. */
export interface ExplainedRow {
  readonly paymentId: string | null
  readonly refundId: string | null
  /** Why it is not what our ledger has; null where it is. */
  readonly difference: PayoutRow['difference']
  /** A fee of Stripe's that is no payment's: it has not been entered yet. */
  readonly ownFeeMinor: number
  /** The fee of a payment that was not known until now; null where it was. */
  readonly learntFeeMinor: number | null
}

/** Rows that are a fee of Stripe's alone (BalanceTransaction.type). */
const fees = new Set(['stripe_fee', 'stripe_fx_fee', 'network_cost', 'tax_fee'])

/**
 * Compares a row of Stripe's books with ours: `notOurs` nothing here has that source, `amount` it is another amount,
 * `unposted` we have it and nothing has been entered for it.
 */
export function explainRow(
  row: StripeBalanceTransaction,
  {
    payment,
    refund,
    dispute,
  }: {
    readonly payment: Payment | undefined
    readonly refund: Refund | undefined
    readonly dispute: Dispute | undefined
  },
): ExplainedRow {
  const told = {
    paymentId: payment?.id ?? null,
    refundId: refund?.id ?? null,
    ownFeeMinor: 0,
    learntFeeMinor: null,
  }
  if (fees.has(row.type)) return { ...told, difference: null, ownFeeMinor: -row.amount }
  if (dispute) return { ...told, difference: payment ? null : 'notOurs' }
  if (refund) return { ...told, difference: refundDifference(row, refund) }
  if (payment === undefined) return { ...told, difference: 'notOurs' }
  if (payment.capturedMinor === 0) return { ...told, difference: 'unposted' }
  const isSame = payment.currency === row.currency.toUpperCase()
  const difference = isSame && payment.capturedMinor === row.amount ? null : 'amount'
  const isLearnt = payment.feeMinor === null && isSame
  return { ...told, difference, learntFeeMinor: isLearnt ? row.fee : null }
}

/** A refund that came back has a row of its own, with the sign turned. */
function refundDifference(
  { amount }: StripeBalanceTransaction,
  { amountMinor, state }: Refund,
): PayoutRow['difference'] {
  if (Math.abs(amount) !== amountMinor) return 'amount'
  return givenRefunds.has(state) || state === 'failed' || state === 'canceled' ? null : 'unposted'
}
