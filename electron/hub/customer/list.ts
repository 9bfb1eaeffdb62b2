import { sql } from 'kysely'
import type { Customer } from '../../../shared/domain/customer/customer.ts'
import { containing, type Page, pageOf, readTextCursor } from '../store/paging.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'

export interface CustomerFilter {
  search?: string | undefined
  archived: boolean
  after?: string | undefined
  limit: number
}

const name = sql<string>`name collate nocase`

/** Customers that fit the filter, by name. */
export async function listCustomers(reads: Reads, filter: CustomerFilter): Promise<Page<Customer>> {
  const { search, archived, limit } = filter
  let query = reads.query
    .selectFrom('customer')
    .selectAll()
    .where('archivedAt', archived ? 'is not' : 'is', null)
    .orderBy(name)
    .orderBy('id')
    .limit(limit + 1)
  if (search) {
    const pattern = containing(search)
    query = query.where((is) =>
      is.or((['name', 'reference', 'email'] as const).map((word) => is(word, 'like', pattern))),
    )
  }
  const place = readTextCursor(filter.after)
  if (place)
    query = query.where((is) =>
      is.or([
        sql<boolean>`${name} > ${place.text}`,
        is.and([sql<boolean>`${name} = ${place.text}`, is('id', '>', place.id)]),
      ]),
    )
  const rows = (await query.execute()).map((row) => decodeRow('customer', row))
  return pageOf(rows, limit, (row) => `${row.name}~${row.id}`)
}
