import { endedStates, placeOf, presentStates } from '../../../shared/domain/booking/booking.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** The bookings of one row by when they begin, and beside each the latest end up to and including it. */
export interface RowBookings {
  readonly bookings: readonly Booking[]
  readonly latestEnds: readonly Instant[]
}

/** Every booking by the row it lies on (`placeOf`), and those that have no place yet, soonest first. */
export interface BookingIndex {
  readonly rows: ReadonlyMap<string, RowBookings>
  readonly unplaced: readonly Booking[]
}

const NONE: readonly Booking[] = []
const emptyIndex: BookingIndex = { rows: new Map(), unplaced: NONE }

/**
 * Sorts bookings into rows. Called again it only sorts the rows anew in which a booking came, went or changed; every
 * other row keeps its identity. Those that were cancelled are left out unless `cancelled` asks for them.
 */
export function bookingIndexer(): (
  bookings: ReadonlyMap<string, Booking>,
  cancelled?: boolean,
) => BookingIndex {
  let known: ReadonlyMap<string, Booking> = new Map()
  let withCancelled = false
  let index = emptyIndex
  return (bookings, cancelled = false) => {
    if (bookings === known && cancelled === withCancelled) return index
    const before = cancelled === withCancelled ? known : new Map<string, Booking>()
    const kept = cancelled === withCancelled ? index : emptyIndex
    index = reindex(kept, before, bookings, cancelled)
    known = bookings
    withCancelled = cancelled
    return index
  }
}

/** The bookings of a row that are on screen at some time between `from` and `until`. */
export function within(row: RowBookings, from: Instant, until: Instant): readonly Booking[] {
  const first = lowest(row.latestEnds.length, (at) => (row.latestEnds[at] ?? 0) > from)
  const after = lowest(row.bookings.length, (at) => beginOf(row.bookings[at]) >= until)
  if (first >= after) return NONE
  return row.bookings.slice(first, after).filter((booking) => endOf(booking) > from)
}

function reindex(
  index: BookingIndex,
  before: ReadonlyMap<string, Booking>,
  bookings: ReadonlyMap<string, Booking>,
  cancelled: boolean,
): BookingIndex {
  const touched = new Set<string | null>()
  const touch = (booking: Booking) => touched.add(placeOf(booking))
  for (const [id, booking] of bookings) {
    const old = before.get(id)
    if (old === booking) continue
    touch(booking)
    if (old !== undefined) touch(old)
  }
  for (const [id, booking] of before) if (!bookings.has(id)) touch(booking)
  if (touched.size === 0) return index

  const fresh = new Map<string | null, Booking[]>()
  for (const booking of bookings.values()) {
    const place = placeOf(booking)
    if (!touched.has(place) || (booking.state === 'cancelled' && !cancelled)) continue
    const list = fresh.get(place)
    if (list === undefined) fresh.set(place, [booking])
    else list.push(booking)
  }
  const rows = new Map(index.rows)
  for (const place of touched) {
    if (place === null) continue
    const list = fresh.get(place)
    if (list === undefined) rows.delete(place)
    else rows.set(place, rowOf(list))
  }
  const unplaced = touched.has(null)
    ? (fresh.get(null) ?? []).filter(({ state }) => !endedStates.has(state)).toSorted(compare)
    : index.unplaced
  return { rows, unplaced }
}

function rowOf(list: readonly Booking[]): RowBookings {
  const bookings = list.toSorted(compare)
  let latest = -Infinity
  const latestEnds = bookings.map((booking) => (latest = Math.max(latest, endOf(booking))))
  return { bookings, latestEnds }
}

function compare(a: Booking, b: Booking): number {
  return beginOf(a) - beginOf(b) || (a.id < b.id ? -1 : 1)
}

/** When the first thing drawn of a booking begins. */
function beginOf(booking: Booking | undefined): Instant {
  if (booking === undefined) return Infinity
  return Math.min(booking.arrivesAt, booking.arrivedAt ?? Infinity)
}

/** When the last thing drawn of it ends, slack and trace included; a car that is there ends with the clock. */
function endOf(booking: Booking): Instant {
  if (presentStates.has(booking.state)) return Infinity
  return Math.max(booking.departsAt, booking.leftAt ?? 0, booking.latestDepartsAt ?? 0)
}

/** The lowest index from which on `holds` holds; `count` when it never does. */
function lowest(count: number, holds: (at: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
