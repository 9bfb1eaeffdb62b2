import type { Booking, BookingState } from '../../../shared/domain/booking/booking.ts'
import { LONGEST_MS } from '../../../shared/domain/booking/placement.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { behind, type Page, pageOf, readCursor } from '../store/paging.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'

export interface BookingFilter {
  from?: Instant | undefined
  until?: Instant | undefined
  stationId?: Id | undefined
  vehicleId?: Id | undefined
  customerId?: Id | undefined
  state?: BookingState | undefined
  after?: string | undefined
  limit: number
}

/** Bookings that touch the window of time and fit the rest, by arrival. */
export async function listBookings(reads: Reads, filter: BookingFilter): Promise<Page<Booking>> {
  const { from, until, stationId, vehicleId, customerId, state, after, limit } = filter
  let query = reads.query
    .selectFrom('booking')
    .selectAll()
    .orderBy('arrivesAt')
    .orderBy('id')
    .limit(limit + 1)
  if (from !== undefined)
    // What is there after `from` came no longer before it than the longest may stay: told for the index by arrival.
    query = query.where('departsAt', '>', from).where('arrivesAt', '>', from - LONGEST_MS)
  if (until !== undefined) query = query.where('arrivesAt', '<', until)
  if (stationId) query = query.where('stationId', '=', stationId)
  if (vehicleId) query = query.where('vehicleId', '=', vehicleId)
  if (customerId) query = query.where('customerId', '=', customerId)
  if (state) query = query.where('state', '=', state)
  const place = readCursor(after)
  if (place) query = query.where((is) => behind(is, place, '>', 'arrivesAt', 'id'))
  const rows = (await query.execute()).map((row) => decodeRow('booking', row))
  return pageOf(rows, limit, (row) => `${row.arrivesAt}~${row.id}`)
}
