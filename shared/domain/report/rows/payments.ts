import type { Payment } from '../../payment/payment.ts'
import type { Refund } from '../../payment/refund.ts'
import type { Id } from '../../id/id.ts'
import type { Instant } from '../../../time/instant.ts'
import type { Cells } from '../column.ts'
import type { ReportFilter } from '../spec.ts'
import {
  isStayAskedFor,
  placeCells,
  servedCells,
  type ServedFacts,
  type StayFacts,
  whoseCells,
} from './stay.ts'

/** Money that came from a payer or went back: an entry of the ledger. A refund that came back is above zero again. */
export interface MovedFacts {
  readonly at: Instant
  readonly ledgerEntryId: number
  readonly kind: 'payment' | 'refund' | 'refundReturned'
  /** What came, coins included; below zero went. */
  readonly amountMinor: number
  /** What of it is rounding to coins. */
  readonly roundingMinor: number
  /** Null but where the payment was taken. */
  readonly feeMinor: number | null
  readonly transactionId: Id | null
  readonly payment: Pick<
    Payment,
    | 'id'
    | 'means'
    | 'mode'
    | 'currency'
    | 'cardBrand'
    | 'cardLast4'
    | 'reference'
    | 'note'
    | 'stripePaymentIntentId'
    | 'stripeChargeId'
  >
  readonly refund: Pick<Refund, 'id' | 'reason' | 'note' | 'stripeRefundId'> | null
  readonly receiptNumber: number | null
  readonly shiftId: Id | null
  readonly stay: StayFacts
  readonly served: ServedFacts
}

export const paymentCells: Cells<MovedFacts> = {
  at: ({ at }) => at,
  kind: ({ kind }) => kind,
  payment_id: ({ payment }) => payment.id,
  refund_id: ({ refund }) => refund?.id ?? null,
  session_id: ({ transactionId }) => transactionId,
  means: ({ payment }) => payment.means,
  amount: ({ amountMinor }) => amountMinor,
  rounding: ({ roundingMinor }) => roundingMinor,
  fee: ({ feeMinor }) => feeMinor,
  currency: ({ payment }) => payment.currency,
  card_brand: ({ payment }) => payment.cardBrand,
  card_last4: ({ payment }) => payment.cardLast4,
  reference: ({ payment }) => payment.reference,
  reason: ({ refund }) => refund?.reason ?? null,
  note: ({ payment, refund }) => refund?.note ?? payment.note,
  stripe_payment_intent: ({ payment }) => payment.stripePaymentIntentId,
  stripe_charge: ({ payment }) => payment.stripeChargeId,
  stripe_refund: ({ refund }) => refund?.stripeRefundId ?? null,
  receipt_no: ({ receiptNumber }) => (receiptNumber === null ? null : String(receiptNumber)),
  ...placeCells,
  ...whoseCells,
  ...servedCells,
  mode: ({ payment }) => payment.mode,
  ledger_entry: ({ ledgerEntryId }) => ledgerEntryId,
}

/** Whether a movement is one of those that are asked for. */
export function isMovedAskedFor(
  { stay, payment, served, shiftId }: MovedFacts,
  filter: ReportFilter,
): boolean {
  return (
    isStayAskedFor(stay, filter) &&
    (filter.means ?? payment.means) === payment.means &&
    (filter.attendant ?? served.attendant) === served.attendant &&
    (filter.shiftId ?? shiftId) === shiftId
  )
}
