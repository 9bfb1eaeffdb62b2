import type { Id } from '../../../shared/domain/id/id.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** What the list is narrowed to, as the hub's `transaction.list` takes it. Absent narrows nothing. */
export type TransactionQuery = {
  state?: Transaction['state']
  stationId?: Id
  idToken?: string
  from?: Instant
  until?: Instant
  search?: string
}

/**
 * Whether a live row belongs in a list that was asked for with `query`: the same rule the hub applies, so
 * that a transaction which has just begun can be shown without asking again.
 */
export function matchesQuery(
  transaction: Transaction,
  query: TransactionQuery,
  station: Pick<Station, 'name' | 'chargePointId'> | undefined,
): boolean {
  if (query.state !== undefined && transaction.state !== query.state) return false
  if (query.stationId !== undefined && transaction.stationId !== query.stationId) return false
  if (query.idToken !== undefined && !same(transaction.idToken, query.idToken)) return false
  if (query.from !== undefined && transaction.startedAt < query.from) return false
  if (query.until !== undefined && transaction.startedAt >= query.until) return false
  if (query.search === undefined) return true
  const search = query.search.toLowerCase()
  return [
    station?.name,
    station?.chargePointId,
    transaction.idToken,
    String(transaction.ocppTransactionId),
  ].some((words) => words?.toLowerCase().includes(search))
}

/** Id tokens compare without case (OCPP 1.6 §7.28, CiString20). */
function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
