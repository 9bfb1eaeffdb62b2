import type { Bill } from '../bill/bill.ts'
import { cashStepMinor, minimumChargeMinor } from '../money/currency.ts'
import type { VisitPays } from './visit.ts'

/**
 * Whether what is left to pay after a stay is too little for anybody to pay: a car takes a little more than was paid ahead
 * for, and no card can be charged less than Stripe's least, nor cash be taken that rounds to nothing. It stays in the books.
 */
export function isTrifle(
  { dueMinor, currency }: Pick<Bill, 'dueMinor' | 'currency'>,
  pays: VisitPays,
): boolean {
  if (dueMinor <= 0) return false
  return pays === 'online'
    ? dueMinor < (minimumChargeMinor(currency) ?? 1)
    : dueMinor * 2 < cashStepMinor(currency)
}
