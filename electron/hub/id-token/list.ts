import { sql } from 'kysely'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { IdToken } from '../../../shared/domain/id-token/id-token.ts'
import { containing, type Page, pageOf } from '../store/paging.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'

export interface TokenFilter {
  search?: string | undefined
  vehicleId?: Id | undefined
  customerId?: Id | undefined
  after?: string | undefined
  limit: number
}

// As `customerOfToken` has it: a vehicle's customer counts before the token's own.
const owner = sql<string | null>`coalesce(vehicle.customerId, idToken.customerId)`

/** Id tokens that fit the filter, by their text. */
export async function listTokens(reads: Reads, filter: TokenFilter): Promise<Page<IdToken>> {
  const { search, vehicleId, customerId, after, limit } = filter
  let query = reads.query
    .selectFrom('idToken')
    .leftJoin('vehicle', 'vehicle.id', 'idToken.vehicleId')
    .selectAll('idToken')
    .orderBy('idToken.idToken')
    .limit(limit + 1)
  if (vehicleId) query = query.where('vehicleId', '=', vehicleId)
  if (customerId) query = query.where(owner, '=', customerId)
  if (search) {
    const pattern = containing(search)
    query = query.where((is) =>
      is.or(
        (['idToken.idToken', 'idToken.label', 'idToken.parentIdToken'] as const).map((word) =>
          is(word, 'like', pattern),
        ),
      ),
    )
  }
  if (after !== undefined) query = query.where('idToken.idToken', '>', after)
  const rows = (await query.execute()).map((row) => decodeRow('idToken', row))
  return pageOf(rows, limit, (row) => row.idToken)
}
