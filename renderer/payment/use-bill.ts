import { useMemo, useState } from 'react'
import type { Bill } from '../../shared/domain/bill/bill.ts'
import type { Payment } from '../../shared/domain/payment/payment.ts'
import type { Refund } from '../../shared/domain/payment/refund.ts'
import { listOf } from '../live/replica.ts'
import { useLiveStore } from '../live/store.ts'
import { useClient, useRows } from '../live/use-live.ts'
import { useQuery } from '../live/use-query.ts'
import { ofBill } from './of-bill.ts'
import { payStateKeeper } from './pay-state.ts'
import type { PayState } from './pay-state.ts'

/** The payments of a bill that are live, oldest first. */
export function usePaymentsOfBill(billId: string | null): readonly Payment[] {
  const payments = useRows('payment')
  return useMemo(
    () =>
      payments.filter((row) => row.billId === billId).toSorted((a, b) => a.createdAt - b.createdAt),
    [payments, billId],
  )
}

export type MoneyOfBill = {
  readonly payments: readonly Payment[]
  readonly refunds: readonly Refund[]
}

/**
 * All payments and refunds of a bill, oldest first: the live ones as they are now, those of days long past as they were
 * when it was asked.
 * @param known what has been fetched already; it is asked for where that is left out
 */
export function useMoneyOfBill(billId: string, known?: MoneyOfBill): MoneyOfBill {
  const hub = useClient()
  const asked = useQuery(known ? 'money:known' : `money:${billId}`, async (signal) =>
    known ? null : hub.bill.get({ id: billId }, { signal }),
  )
  const data = known ?? asked.data
  const payments = useRows('payment')
  const refunds = useRows('refund')
  return useMemo(
    () => ({
      payments: ofBill(billId, data?.payments ?? [], payments),
      refunds: ofBill(billId, data?.refunds ?? [], refunds),
    }),
    [billId, data, payments, refunds],
  )
}

/**
 * The bill of a booking or of a transaction: the live one, else it is fetched, as one of days long past is. Null where
 * there is none, undefined while nobody knows. Bills of other cars, which move every few seconds, redraw nothing.
 */
export function useBillOf(
  of: { bookingId: string } | { transactionId: string },
): Bill | null | undefined {
  const hub = useClient()
  const isOf = (bill: Bill) =>
    'bookingId' in of ? bill.bookingId === of.bookingId : bill.transactionId === of.transactionId
  const live = useLiveStore(({ tables }) => listOf(tables.bill).find(isOf))
  const fetched = useQuery(live ? 'bill:live' : `bill:${JSON.stringify(of)}`, async (signal) => {
    if (live) return null
    const page = await hub.bill.list({ ...of, limit: 1 }, { signal })
    return page.rows[0] ?? null
  })
  return live ?? fetched.data
}

/** How each booking's bill is paid, by booking id; the same map until one of the states is another. */
export function usePayStates(): ReadonlyMap<string, PayState> {
  const [statesOf] = useState(payStateKeeper)
  return useLiveStore(({ tables }) => statesOf(listOf(tables.bill), listOf(tables.payment)))
}
