import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { Refund } from '../../../../shared/domain/payment/refund.ts'
import { listKeeper } from '../../../live/list-keeper.ts'
import { rowKeeper } from '../all/payment-row.ts'

/** The ids of the payments of which nobody knows what became, of themselves or of a refund; live or not. */
export function lostIds(
  payments: readonly Payment[],
  refunds: readonly Refund[],
): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const { id, state } of payments) if (state === 'unknown') ids.add(id)
  for (const { paymentId, state } of refunds) if (state === 'unknown') ids.add(paymentId)
  return ids
}

/** Those of them that are live, the longest unknown first. */
export function lostPayments(
  payments: readonly Payment[],
  refunds: readonly Refund[],
): readonly Payment[] {
  const lost = lostIds(payments, refunds)
  return payments.filter(({ id }) => lost.has(id)).toSorted((a, b) => a.createdAt - b.createdAt)
}

/** The rows of those payments; the same list for as long as neither they nor their own bills change. */
export function lostRowsKeeper() {
  const rowOf = rowKeeper()
  return listKeeper(
    (payments: readonly Payment[], refunds: readonly Refund[], bills: ReadonlyMap<string, Bill>) =>
      lostPayments(payments, refunds).flatMap((payment) => {
        const bill = bills.get(payment.billId)
        return bill === undefined ? [] : [rowOf(payment, bill)]
      }),
  )
}
