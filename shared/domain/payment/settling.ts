import type { Bill } from '../bill/bill.ts'
import { minimumChargeMinor } from '../money/currency.ts'
import type { Dispute } from './dispute.ts'
import type { PaymentTerms } from './payment-terms.ts'
import { askedPayments, type Payment, stripeMeans } from './payment.ts'
import type { Refund } from './refund.ts'
import { refundable } from './refunding.ts'

/** So much of a payment is given back. */
export interface GivingBack {
  readonly kind: 'giveBack'
  readonly paymentId: string
  readonly amountMinor: number
}

/** What is to be done with a bill's payments now that it is known what it comes to. */
export type SettlingAct =
  | { readonly kind: 'capture'; readonly paymentId: string; readonly amountMinor: number }
  | { readonly kind: 'letGo'; readonly paymentId: string }
  | { readonly kind: 'callOff'; readonly paymentId: string }
  | GivingBack
  | { readonly kind: 'askFor'; readonly amountMinor: number }

export interface SettlingParts {
  readonly bill: Bill
  /** All of the bill. */
  readonly payments: readonly Payment[]
  readonly refunds: readonly Refund[]
  readonly disputes: readonly Dispute[]
  readonly terms: Pick<PaymentTerms, 'refundsUnused'>
}

/**
 * What a bill that is final or void makes of its payments: what is held is taken up to what is due and the rest let
 * go, what is still asked for and not due is called off, what was paid ahead and not used is given back where the terms
 * say so, and what a hold did not cover is asked for by a link. Asked again with its acts done, there is nothing left.
 */
export function settlingActs({
  bill,
  payments,
  refunds,
  disputes,
  terms,
}: SettlingParts): SettlingAct[] {
  if (bill.state !== 'final' && bill.state !== 'void') return []
  const owedMinor = bill.state === 'final' && bill.settlement === 'pay' ? bill.inclMinor : 0
  const least = minimumChargeMinor(bill.currency) ?? 1
  const acts: SettlingAct[] = []
  let left = owedMinor - paid(payments) - beingTaken(payments)
  for (const { id, amountMinor } of payments.filter(({ state }) => state === 'held').sort(byEnd)) {
    const takeMinor = Math.min(amountMinor, left)
    if (takeMinor >= least) {
      acts.push({ kind: 'capture', paymentId: id, amountMinor: takeMinor })
      left -= takeMinor
    } else acts.push({ kind: 'letGo', paymentId: id })
  }
  let asked = 0
  for (const payment of payments) {
    if (payment.state === 'processing') asked += payment.amountMinor
    if (!askedPayments.has(payment.state)) continue
    if (payment.capture === 'automatic' && asked + payment.amountMinor <= left)
      asked += payment.amountMinor
    else acts.push({ kind: 'callOff', paymentId: payment.id })
  }
  // What is still being taken may come to nothing, so only what has been taken is given back.
  const overMinor = paid(payments) - owedMinor
  if (overMinor > 0 && terms.refundsUnused)
    acts.push(...givenBack(overMinor, payments, refunds, disputes))
  const wasHeld = acts.some(({ kind }) => kind === 'capture')
  if (wasHeld && asked === 0 && left >= least) acts.push({ kind: 'askFor', amountMinor: left })
  return acts
}

/** What has been taken and not given back. */
function paid(payments: readonly Payment[]): number {
  return payments.reduce(
    (sum, { capturedMinor, refundedMinor }) => sum + capturedMinor - refundedMinor,
    0,
  )
}

/** What is being taken of holds. */
function beingTaken(payments: readonly Payment[]): number {
  return payments.reduce(
    (sum, { state, amountMinor, capturedMinor }) =>
      state === 'capturing' ? sum + amountMinor - capturedMinor : sum,
    0,
  )
}

/** The hold that ends first is taken first. */
function byEnd(one: Payment, other: Payment): number {
  return (one.captureBefore ?? Infinity) - (other.captureBefore ?? Infinity) || 0
}

/** Of which payments so much is given back: what Stripe took last first; cash is given back by a person. */
export function givenBack(
  amountMinor: number,
  payments: readonly Payment[],
  refunds: readonly Refund[],
  disputes: readonly Dispute[],
): GivingBack[] {
  const acts: GivingBack[] = []
  let left = amountMinor
  const newest = payments.filter(({ means }) => stripeMeans.has(means)).toReversed()
  for (const payment of newest) {
    const { refundableMinor } = refundable(
      payment,
      refunds.filter(({ paymentId }) => paymentId === payment.id),
      disputes.filter(({ paymentId }) => paymentId === payment.id),
    )
    const backMinor = Math.min(left, refundableMinor)
    if (backMinor <= 0) continue
    acts.push({ kind: 'giveBack', paymentId: payment.id, amountMinor: backMinor })
    left -= backMinor
  }
  return acts
}
