import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Transaction } from '../../../../shared/domain/transaction/transaction.ts'

/** A station's transactions, newest first: those asked for, with live rows in the place of aged ones. */
export function latestTransactions(
  fetched: readonly Transaction[],
  live: readonly Transaction[],
  stationId: Id,
): Transaction[] {
  const mine = live.filter((row) => row.stationId === stationId)
  return [...new Map([...fetched, ...mine].map((row) => [row.id, row])).values()].toSorted(
    (a, b) => b.startedAt - a.startedAt || b.ocppTransactionId - a.ocppTransactionId,
  )
}
