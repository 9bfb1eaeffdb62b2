import { z } from 'zod'
import { amountMinor, type Bill } from '../bill/bill.ts'
import { payableMinor } from '../bill/payable.ts'
import { byAge } from '../payment/by-age.ts'
import type { PaymentTerms } from '../payment/payment-terms.ts'
import { type Payment, type PaymentMeans, stripeMeans } from '../payment/payment.ts'
import { roundedToCoins } from '../payment/manual.ts'

/** What is still to happen with a stay's money. All zero: it is settled. */
export const stayDue = z.object({
  currency: z.string().describe('ISO 4217'),
  toPayMinor: amountMinor.describe('To be paid; before the stay is over, as it is thought'),
  handBackMinor: amountMinor.describe('To be handed back in cash at the desk'),
  handBackCoinsMinor: amountMinor.describe('The same as it is counted out, in whole coins'),
  goesBackMinor: amountMinor.describe('Goes back to the card or phone by itself'),
  byHandMinor: amountMinor.describe('To be given back another way, such as at another terminal'),
  isFinal: z.boolean().describe('Whether the stay is over and its price known'),
})
export type StayDue = z.infer<typeof stayDue>

type Moved = Pick<Payment, 'id' | 'means' | 'capturedMinor' | 'refundedMinor' | 'createdAt'>

/** A part of what is handed back in cash. */
export interface CashBack {
  readonly paymentId: string
  readonly amountMinor: number
  /** As it is counted out: each payment's part is a refund of its own, rounded by itself. */
  readonly coinsMinor: number
}

/** Of which payments so much is handed back in cash: the last taken first. */
export function cashBack(
  payments: readonly Moved[],
  handBackMinor: number,
  currency: string,
): CashBack[] {
  const parts: CashBack[] = []
  let left = handBackMinor
  const inCash = payments.filter(({ means }) => means === 'cash').toSorted(byAge)
  for (const { id: paymentId, capturedMinor, refundedMinor } of inCash.toReversed()) {
    const amount = Math.min(left, capturedMinor - refundedMinor)
    if (amount <= 0) continue
    const coinsMinor = roundedToCoins(amount, currency)
    parts.push({ paymentId, amountMinor: amount, coinsMinor })
    left -= amount
  }
  return parts
}

/**
 * What is due of a stay, and which way: what was paid in cash and not used is handed back at the desk, what Stripe took
 * goes back by itself where the terms say so. What Stripe took last goes back first, as in `settling.ts`; then cash.
 * @param payments all of the bill
 */
export function dueOfStay(
  bill: Bill,
  payments: readonly Moved[],
  terms: Pick<PaymentTerms, 'refundsUnused'>,
): StayDue {
  const isFinal = bill.state === 'final' || bill.state === 'void'
  let left = isFinal ? Math.max(0, -bill.dueMinor) : 0
  const part = (isOf: (means: PaymentMeans) => boolean): number => {
    const taken = payments
      .filter(({ means }) => isOf(means))
      .reduce((sum, { capturedMinor, refundedMinor }) => sum + capturedMinor - refundedMinor, 0)
    const mine = Math.min(left, taken)
    left -= mine
    return mine
  }
  const goesBackMinor = terms.refundsUnused ? part((means) => stripeMeans.has(means)) : 0
  const handBackMinor = part((means) => means === 'cash')
  const { currency } = bill
  const parts = cashBack(payments, handBackMinor, currency)
  return {
    currency,
    toPayMinor: payableMinor(bill),
    handBackMinor,
    handBackCoinsMinor: parts.reduce((sum, { coinsMinor }) => sum + coinsMinor, 0),
    goesBackMinor,
    byHandMinor: left,
    isFinal,
  }
}
