import type { Id } from '../../../shared/domain/id/id.ts'
import { type CaptureRefusal, captureRefusal } from '../../../shared/domain/payment/capturing.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import type { Writes } from '../store/writes.ts'
import { queueCall } from './calls.ts'
import { savePayment } from './save.ts'
import type { StripeSide } from './stripe-side.ts'

export type Captured =
  | { readonly kind: 'captured'; readonly payment: Payment }
  | { readonly kind: 'refused'; readonly refusal: CaptureRefusal | { readonly code: 'missing' } }

/**
 * Has a hold taken, or a part of it; the rest is let go, so from now on the payment is of that part. What is taken is
 * entered in the ledger when Stripe says that it was.
 */
export function capturePayment(
  tx: Writes,
  side: StripeSide,
  id: Id,
  amountMinor: number,
  reason = '',
): Captured {
  const payment = tx.get('payment', id)
  if (payment === undefined) return { kind: 'refused', refusal: { code: 'missing' } }
  const refusal = captureRefusal(payment, amountMinor)
  if (refusal !== null) return { kind: 'refused', refusal }
  queueCall(
    tx,
    side,
    { kind: 'intent.capture', paymentId: id },
    { amountMinor, heldMinor: payment.amountMinor },
  )
  const patch = { state: 'capturing', amountMinor } as const
  return {
    kind: 'captured',
    payment: savePayment(tx, side, payment, patch, { act: 'payment.capture', reason }),
  }
}
