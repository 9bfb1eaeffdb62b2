import { sql } from 'kysely'
import type { Bill, BillState } from '../../../shared/domain/bill/bill.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { behind, containing, type Page, pageOf, readCursor } from '../store/paging.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'

export interface BillFilter {
  state?: BillState | undefined
  /** Only those with something due, or to be given back. */
  unpaid: boolean
  customerId?: Id | undefined
  bookingId?: Id | undefined
  transactionId?: Id | undefined
  /** Stays that began at or after. */
  from?: Instant | undefined
  /** Stays that began before. */
  until?: Instant | undefined
  search?: string | undefined
  after?: string | undefined
  limit: number
}

/** Bills that fit the filter, the newest stay first. */
export async function listBills(reads: Reads, filter: BillFilter): Promise<Page<Bill>> {
  const { state, unpaid, customerId, bookingId, transactionId, from, until, search, limit } = filter
  let query = reads.query
    .selectFrom('bill')
    .selectAll('bill')
    .orderBy('startsAt', 'desc')
    .orderBy('bill.id', 'desc')
    .limit(limit + 1)
  // Written out, so that the indices of unfinished and of unpaid bills can be used.
  if (state) query = query.where('state', '=', sql.lit(state))
  if (unpaid) query = query.where('dueMinor', '!=', sql.lit(0))
  if (customerId) query = query.where('customerId', '=', customerId)
  if (bookingId) query = query.where('bookingId', '=', bookingId)
  if (transactionId) query = query.where('transactionId', '=', transactionId)
  if (from !== undefined) query = query.where('startsAt', '>=', from)
  if (until !== undefined) query = query.where('startsAt', '<', until)
  if (search) {
    const pattern = containing(search)
    query = query
      .leftJoin('customer', 'customer.id', 'bill.customerId')
      .where((is) =>
        is.or([
          is('bill.plate', 'like', pattern),
          is('bill.idToken', 'like', pattern),
          is('customer.name', 'like', pattern),
        ]),
      )
  }
  const place = readCursor(filter.after)
  if (place) query = query.where((is) => behind(is, place, '<', 'startsAt', 'bill.id'))
  const rows = (await query.execute()).map((row) => decodeRow('bill', row))
  return pageOf(rows, limit, (row) => `${row.startsAt}~${row.id}`)
}
