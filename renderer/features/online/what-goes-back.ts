import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { askedPayments } from '../../../shared/domain/payment/payment.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'

/** What becomes of the money of a visit that is taken back before its car charges, minor units. */
export interface GoesBack {
  readonly paidMinor: number
  readonly heldMinor: number
  /** Somebody is asked for money, and isn't any more. */
  readonly isAsked: boolean
}

/** What goes back, is let go and is called off. */
export function whatGoesBack(
  bill: Pick<Bill, 'paidMinor' | 'heldMinor'> | null,
  payments: readonly Pick<Payment, 'state'>[],
): GoesBack {
  return {
    paidMinor: Math.max(0, bill?.paidMinor ?? 0),
    heldMinor: Math.max(0, bill?.heldMinor ?? 0),
    isAsked: payments.some(({ state }) => askedPayments.has(state)),
  }
}
