import type { Payment, PaymentState } from '../../shared/domain/payment/payment.ts'

/** A payment's state as people call it: of one that is paid also what became of the money since. */
export type PaymentStanding = PaymentState | 'disputed' | 'partRefunded' | 'refunded'

/** How a payment stands; that a cardholder's bank wants it back comes before all else. */
export function standingOf({
  state,
  disputed,
  capturedMinor,
  refundedMinor,
}: Pick<Payment, 'state' | 'disputed' | 'capturedMinor' | 'refundedMinor'>): PaymentStanding {
  if (state !== 'paid') return state
  if (disputed) return 'disputed'
  if (refundedMinor <= 0) return 'paid'
  return refundedMinor < capturedMinor ? 'partRefunded' : 'refunded'
}
