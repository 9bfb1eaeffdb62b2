import type { PaymentMoment } from '../../../shared/domain/payment/payment-moment.ts'
import type { Dispute } from '../../../shared/domain/payment/dispute.ts'
import { stripeMeans } from '../../../shared/domain/payment/payment.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import type { Refund } from '../../../shared/domain/payment/refund.ts'

/** What happened to a payment, as the hub would tell it. */
export function paymentHistory(
  payment: Payment,
  refunds: readonly Refund[],
  disputes: readonly Dispute[],
): PaymentMoment[] {
  const moment = (
    at: number,
    what: PaymentMoment['what'],
    text: string,
    more: Partial<PaymentMoment> = {},
  ): PaymentMoment => ({
    ...{ at, what, text, detail: '', amountMinor: null, code: null, actor: null },
    ...more,
  })
  const { createdAt, paidAt, amountMinor, capturedMinor, takenBy: actor } = payment
  const { failureCode: code, failureMessage } = payment
  const through = stripeMeans.has(payment.means)
  const moments = [
    moment(createdAt, 'journal', through ? 'payment.open' : 'payment.take', { amountMinor, actor }),
    ...(through ? [moment(createdAt + 200, 'journal', 'payment.waits')] : []),
    ...(payment.state === 'failed'
      ? [
          moment(createdAt + 9_000, 'journal', 'payment.failed', {
            ...{ code, detail: failureMessage ?? '' },
          }),
        ]
      : []),
    ...(paidAt === null
      ? []
      : [
          ...(through
            ? [moment(paidAt, 'journal', 'payment.paid', { amountMinor: capturedMinor })]
            : []),
          moment(paidAt, 'ledger', 'paymentTaken', { detail: '1', amountMinor: capturedMinor }),
        ]),
    ...refunds.map((row) =>
      moment(row.createdAt, 'refund', row.state, {
        ...{ detail: row.note, amountMinor: row.amountMinor, actor: row.givenBy },
      }),
    ),
    ...disputes.map((row) =>
      moment(row.createdAt, 'dispute', row.status, {
        ...{ detail: row.reason, amountMinor: row.amountMinor },
      }),
    ),
    ...(payment.receiptNumber === null
      ? []
      : [
          moment(payment.updatedAt, 'receipt', 'payment', {
            detail: String(payment.receiptNumber),
          }),
        ]),
  ]
  return moments.toSorted((a, b) => a.at - b.at)
}
