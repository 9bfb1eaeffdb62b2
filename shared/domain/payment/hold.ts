import type { Bill } from '../bill/bill.ts'
import { minimumChargeMinor, minorDigits } from '../money/currency.ts'
import type { PaymentTerms } from './payment-terms.ts'
import type { Payment } from './payment.ts'

/** How much more than the estimate is held: a stay may take more than was thought. */
const MORE_PCT = 20

/** Of a stay of which nothing is thought, that many times the least that Stripe charges: 150.00 SEK. */
const TIMES_THE_LEAST = 50

/** The part of what is held and paid from which on a stay is told to come near it. */
const NEAR_PCT = 90

/**
 * What is held on a card when a stay begins, minor units: what the terms name, else a fifth more than the estimate, up
 * to a whole major unit.
 */
export function holdMinor(
  { estimatedMinor, inclMinor, currency }: Pick<Bill, 'estimatedMinor' | 'inclMinor' | 'currency'>,
  terms: Pick<PaymentTerms, 'holdMinor'>,
): number {
  if (terms.holdMinor > 0) return terms.holdMinor
  const least = minimumChargeMinor(currency) ?? 10 ** minorDigits(currency)
  const thought = Math.max(estimatedMinor, inclMinor)
  if (thought <= 0) return least * TIMES_THE_LEAST
  return Math.max(least, wholeMajor(thought + Math.ceil((thought * MORE_PCT) / 100), currency))
}

/**
 * Whether a stay that goes on comes near what is held and paid for it, so that charging had better stop or more be
 * asked for. False where nothing is held.
 */
export function isNearHold(
  bill: Pick<Bill, 'state' | 'inclMinor' | 'paidMinor'>,
  payments: readonly Pick<Payment, 'state' | 'amountMinor'>[],
): boolean {
  if (bill.state !== 'running') return false
  const heldMinor = payments
    .filter(({ state }) => state === 'held')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  if (heldMinor === 0) return false
  return bill.inclMinor * 100 >= (heldMinor + bill.paidMinor) * NEAR_PCT
}

function wholeMajor(minor: number, currency: string): number {
  const unit = 10 ** minorDigits(currency)
  return Math.ceil(minor / unit) * unit
}
