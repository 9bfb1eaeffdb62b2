import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import { matches } from './payment-query.ts'
import type { PaymentQuery } from './payment-query.ts'
import { newestFirst } from './payment-row.ts'
import type { ListedPayment, PaymentRow } from './payment-row.ts'

/** What a list is put together from. */
export type ListParts = {
  fetched: readonly ListedPayment[]
  payments: ReadonlyMap<string, Payment>
  bills: ReadonlyMap<string, Bill>
  query: PaymentQuery
  /** Whether the oldest has been fetched. */
  complete: boolean
}

/**
 * The pages fetched so far with the live rows laid over them. A live payment replaces the fetched one, which may have
 * aged, and is dropped when it has ceased to fit; one that no page holds is added where its time puts it, unless it is
 * older than all that has been fetched while more is to come. What was searched for is never added: only the hub knows
 * what it finds.
 */
export function listedPayments(
  { fetched, payments, bills, query, complete }: ListParts,
  rowOf: (payment: Payment, bill: Bill) => PaymentRow,
): PaymentRow[] {
  const rows: PaymentRow[] = []
  const seen = new Set<string>()
  for (const listed of fetched) {
    const payment = payments.get(listed.payment.id) ?? listed.payment
    seen.add(payment.id)
    if (matches(payment, query) === false) continue
    rows.push(rowOf(payment, bills.get(payment.billId) ?? listed.bill))
  }
  const oldest = complete ? -Infinity : (fetched.at(-1)?.payment.createdAt ?? Infinity)
  const added: PaymentRow[] = []
  for (const payment of payments.values()) {
    if (seen.has(payment.id) || payment.createdAt < oldest) continue
    const bill = bills.get(payment.billId)
    if (bill !== undefined && matches(payment, query) === true) added.push(rowOf(payment, bill))
  }
  // The pages come in order; only what was added has to find its place.
  return added.length === 0 ? rows : [...added, ...rows].sort(newestFirst)
}

/** What some payments come to, minor units, in one currency. */
export type PaymentSums = {
  currency: string
  takenMinor: number
  backMinor: number
  feeMinor: number
  /** Asked for or held, not taken yet. */
  openMinor: number
}

const waiting: ReadonlySet<Payment['state']> = new Set([
  'requested',
  'open',
  'processing',
  'held',
  'capturing',
])

/** Adds payments up, each currency by itself. */
export function sumsOf(rows: readonly PaymentRow[]): PaymentSums[] {
  const sums = new Map<string, PaymentSums>()
  for (const { payment } of rows) {
    const { currency } = payment
    let sum = sums.get(currency)
    if (sum === undefined) {
      sum = { currency, takenMinor: 0, backMinor: 0, feeMinor: 0, openMinor: 0 }
      sums.set(currency, sum)
    }
    sum.takenMinor += payment.capturedMinor
    sum.backMinor += payment.refundedMinor
    sum.feeMinor += payment.feeMinor ?? 0
    if (waiting.has(payment.state)) sum.openMinor += payment.amountMinor
  }
  return [...sums.values()]
}
