import type { PaymentMoment } from '../../shared/contract/payment.ts'
import type { Dispute } from '../../shared/domain/payment/dispute.ts'
import { stripeMeans } from '../../shared/domain/payment/payment.ts'
import type { Payment } from '../../shared/domain/payment/payment.ts'
import type { Refund } from '../../shared/domain/payment/refund.ts'

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
    detail = '',
    amountMinor: number | null = null,
  ): PaymentMoment => ({ at, what, text, detail, amountMinor })
  const { createdAt, paidAt } = payment
  const through = stripeMeans.has(payment.means)
  const moments = [
    moment(createdAt, 'journal', through ? 'payment.open' : 'payment.take'),
    ...(through
      ? [
          moment(
            createdAt + 200,
            'call',
            payment.means === 'checkout' ? 'checkout.create.done' : 'intent.create.done',
          ),
        ]
      : []),
    ...(payment.state === 'failed'
      ? [moment(createdAt + 9_000, 'journal', 'payment.failed', payment.failureMessage ?? '')]
      : []),
    ...(paidAt === null
      ? []
      : [moment(paidAt, 'ledger', 'paymentTaken', '', payment.capturedMinor)]),
    ...refunds.map((row) => moment(row.createdAt, 'refund', row.state, row.note, row.amountMinor)),
    ...disputes.map((row) =>
      moment(row.createdAt, 'dispute', row.status, row.reason, row.amountMinor),
    ),
    ...(payment.receiptNumber === null
      ? []
      : [moment(payment.updatedAt, 'receipt', 'payment', String(payment.receiptNumber))]),
  ]
  return moments.toSorted((a, b) => a.at - b.at)
}
