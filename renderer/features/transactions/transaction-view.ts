import type { IdToken } from '../../../shared/domain/id-token/id-token.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'

/** A transaction with the names of what it refers to; null where the station or token is not known. */
export type TransactionView = {
  id: string
  transaction: Transaction
  stationName: string | null
  tokenLabel: string | null
}

/**
 * Joins transactions with names, handing the same view out again for as long as nothing in it changed: a
 * meter value then redraws one row of the list.
 */
export function viewKeeper(): (
  transactions: readonly Transaction[],
  stations: readonly Station[],
  tokens: readonly IdToken[],
) => TransactionView[] {
  const kept = new WeakMap<Transaction, TransactionView>()
  return (transactions, stations, tokens) => {
    const names = new Map(stations.map((station) => [station.id, station.name]))
    const labels = new Map(tokens.map((token) => [token.idToken.toLowerCase(), token.label]))
    return transactions.map((transaction) => {
      const stationName = names.get(transaction.stationId) ?? null
      const tokenLabel = labels.get(transaction.idToken.toLowerCase()) || null
      const before = kept.get(transaction)
      if (before?.stationName === stationName && before.tokenLabel === tokenLabel) return before
      const view: TransactionView = { id: transaction.id, transaction, stationName, tokenLabel }
      kept.set(transaction, view)
      return view
    })
  }
}
