import { useMemo } from 'react'
import type { Bill } from '../../shared/domain/bill/bill.ts'
import type { Payment } from '../../shared/domain/payment/payment.ts'
import type { Refund } from '../../shared/domain/payment/refund.ts'
import { useRows } from '../live/use-live.ts'

/** The payments of a bill that are live, oldest first. */
export function usePaymentsOfBill(billId: string | null): readonly Payment[] {
  const payments = useRows('payment')
  return useMemo(
    () =>
      payments.filter((row) => row.billId === billId).toSorted((a, b) => a.createdAt - b.createdAt),
    [payments, billId],
  )
}

/** The refunds of a bill that are live, oldest first. */
export function useRefundsOfBill(billId: string | null): readonly Refund[] {
  const refunds = useRows('refund')
  return useMemo(
    () =>
      refunds.filter((row) => row.billId === billId).toSorted((a, b) => a.createdAt - b.createdAt),
    [refunds, billId],
  )
}

/** The live bill of a booking or of a transaction; undefined where none is live. */
export function useBillOf(of: { bookingId: string } | { transactionId: string }): Bill | undefined {
  const bills = useRows('bill')
  const [name, id] =
    'bookingId' in of
      ? (['bookingId', of.bookingId] as const)
      : (['transactionId', of.transactionId] as const)
  return useMemo(() => bills.find((bill) => bill[name] === id), [bills, name, id])
}
