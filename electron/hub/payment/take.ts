import type { Id } from '../../../shared/domain/id/id.ts'
import { paymentTaken } from '../../../shared/domain/ledger/postings.ts'
import {
  type ManualRefusal,
  type ManualWish,
  takingByHand,
} from '../../../shared/domain/payment/manual.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import { post } from '../ledger/post.ts'
import type { Writes } from '../store/writes.ts'
import { callOff } from './cancel.ts'
import { beginPayment } from './begin-payment.ts'
import { addPayment } from './save.ts'
import type { StripeSide } from './stripe-side.ts'
import { paymentTermsOf } from './terms.ts'

export type Taken =
  | { readonly kind: 'taken'; readonly payment: Payment }
  | { readonly kind: 'refused'; readonly refusal: ManualRefusal | { readonly code: 'noBill' } }

/** Writes down a payment that was taken by hand, and enters it in the ledger in the same unit. */
export function takePayment(
  tx: Writes,
  side: StripeSide,
  { billId, ...wish }: ManualWish & { readonly billId: Id },
): Taken {
  const bill = tx.get('bill', billId)
  if (bill === undefined) return { kind: 'refused', refusal: { code: 'noBill' } }
  const payments = tx.find('payment', { billId })
  const taking = takingByHand(wish, { bill, payments, terms: paymentTermsOf(tx) })
  if (taking.kind === 'refused') return taking
  const { amountMinor, roundingMinor, tenderedMinor, changeMinor } = taking
  const { means, reference, note } = wish
  // Whoever pays by hand is not asked by Stripe any more, once Stripe can be reached.
  for (const payment of payments)
    if (payment.state === 'requested')
      callOff(tx, side, payment, { act: 'payment.cancel', reason: 'Paid by hand.' })
  const payment = beginPayment(tx, bill, {
    ...{ means, capture: 'automatic', mode: 'local', state: 'paid', amountMinor },
    ...{ capturedMinor: amountMinor, feeMinor: 0, paidAt: tx.now },
    ...{ roundingMinor, tenderedMinor, changeMinor, reference, note },
  })
  post(
    tx,
    paymentTaken({
      ...{ billId, paymentId: payment.id, customerId: bill.customerId },
      ...{ means, currency: bill.currency, amountMinor, roundingMinor },
      text: [bill.plate, reference, note].filter(Boolean).join(' '),
    }),
  )
  return { kind: 'taken', payment: addPayment(tx, side, payment, { act: 'payment.take' }) }
}
