import { create } from 'zustand'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { stretchOf } from '../../ui/input/period.ts'
import type { Period } from '../../ui/input/period.ts'
import type { TransactionQuery } from './transaction-query.ts'

/** What the fields above the list hold. */
export type TransactionFilter = {
  state: Transaction['state'] | null
  stationId: Id | null
  idToken: string | null
  period: Period
  search: string
}

export const everyTransaction: TransactionFilter = {
  state: null,
  stationId: null,
  idToken: null,
  period: 'all',
  search: '',
}

/** How the transactions screen stands; it is found again as it was left. */
export const useTransactionsView = create<{ filter: TransactionFilter }>(() => ({
  filter: everyTransaction,
}))

/** Narrows the list further, or less. */
export function narrow(change: Partial<TransactionFilter>): void {
  useTransactionsView.setState(({ filter }) => ({ filter: { ...filter, ...change } }))
}

/** The question to the hub that the fields amount to. */
export function queryOf(
  filter: TransactionFilter,
  now: Instant,
  timeZone: string,
): TransactionQuery {
  const search = filter.search.trim()
  return {
    ...stretchOf(filter.period, now, timeZone),
    ...(filter.state === null ? {} : { state: filter.state }),
    ...(filter.stationId === null ? {} : { stationId: filter.stationId }),
    ...(filter.idToken === null ? {} : { idToken: filter.idToken }),
    ...(search === '' ? {} : { search }),
  }
}
