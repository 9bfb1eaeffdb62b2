import { z } from 'zod'
import { amountMinor } from '../bill/bill.ts'
import { id } from '../id/id.ts'
import {
  askedPayments,
  type Payment,
  paymentMeans,
  paymentState,
  unfinishedPayments,
} from '../payment/payment.ts'

/** What to do about a payment that keeps a shift open: wait for the bank, cancel it, or find out what became of it. */
export const underWayHint = z.enum(['wait', 'cancel', 'resolve'])
export type UnderWayHint = z.infer<typeof underWayHint>

/** A payment of a till that is not over. */
export const tillPayment = z.object({
  paymentId: id,
  billId: id,
  means: paymentMeans,
  state: paymentState,
  amountMinor,
  currency: z.string(),
  plate: z.string(),
})
export type TillPayment = z.infer<typeof tillPayment>

/**
 * What a payment of the till means for closing: `null` it is over; `goesOn` a link or a hold that the next shift takes
 * over; else what is to be done before the shift can close, since nobody knows yet whether it took money.
 */
export function whenClosing({
  means,
  state,
}: Pick<Payment, 'means' | 'state'>): UnderWayHint | 'goesOn' | null {
  if (!unfinishedPayments.has(state)) return null
  if (state === 'held') return 'goesOn'
  if (state === 'unknown') return 'resolve'
  if (askedPayments.has(state)) return means === 'checkout' ? 'goesOn' : 'cancel'
  return 'wait'
}
