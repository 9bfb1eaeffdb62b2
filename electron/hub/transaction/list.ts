import { sql } from 'kysely'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { behind, containing, type Page, pageOf, readCursor } from '../store/paging.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'

export interface TransactionFilter {
  stationId?: Id | undefined
  state?: 'active' | 'finished' | undefined
  idToken?: string | undefined
  from?: Instant | undefined
  until?: Instant | undefined
  search?: string | undefined
  after?: string | undefined
  limit: number
}

/** Transactions that fit the filter, the latest started first. */
export async function listTransactions(
  reads: Reads,
  filter: TransactionFilter,
): Promise<Page<Transaction>> {
  const { stationId, state, idToken, from, until, search, limit } = filter
  let query = reads.query
    .selectFrom('transaction')
    .innerJoin('station', 'station.id', 'transaction.stationId')
    .selectAll('transaction')
    .orderBy('startedAt', 'desc')
    .orderBy('transaction.id', 'desc')
    .limit(limit + 1)
  if (stationId) query = query.where('stationId', '=', stationId)
  if (state) query = query.where('state', '=', sql.lit(state)) // so that the index of active ones can be used
  if (idToken) query = query.where('idToken', '=', idToken)
  if (from !== undefined) query = query.where('startedAt', '>=', from)
  if (until !== undefined) query = query.where('startedAt', '<', until)
  if (search) {
    const pattern = containing(search)
    query = query.where((is) =>
      is.or(
        [
          sql.ref('station.name'),
          sql.ref('station.chargePointId'),
          sql.ref('idToken'),
          sql.ref('ocppTransactionId'),
        ].map((column) => sql<boolean>`${column} like ${pattern}`),
      ),
    )
  }
  const place = readCursor(filter.after)
  if (place) query = query.where((is) => behind(is, place, '<', 'startedAt', 'transaction.id'))
  const rows = (await query.execute()).map((row) => decodeRow('transaction', row))
  return pageOf(rows, limit, (row) => `${row.startedAt}~${row.id}`)
}
