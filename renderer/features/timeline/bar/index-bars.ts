import { endedStates, placeOf, presentStates } from '../../../../shared/domain/booking/states.ts'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import type { Instant } from '../../../../shared/time/instant.ts'

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

/** Whether a booking on a row is still to be kept though nothing could be promised to it. */
export function hasOverbooked({ rows }: BookingIndex, placeKey: string): boolean {
  const bookings = rows.get(placeKey)?.bookings ?? NONE
  return bookings.some(({ overbooked, state }) => overbooked !== null && !endedStates.has(state))
}

function reindex(
  index: BookingIndex,
  before: ReadonlyMap<string, Booking>,
  bookings: ReadonlyMap<string, Booking>,
  cancelled: boolean,
): BookingIndex {
  // By place: which bookings left it or changed in it, and which are there now. Few of thousands, as a rule.
  const gone = new Map<string | null, Set<string>>()
  const come = new Map<string | null, Booking[]>()
  let added = 0
  for (const [id, booking] of bookings) {
    const old = before.get(id)
    if (old === booking) continue
    if (old === undefined) added += 1
    else leave(gone, old)
    if (booking.state === 'cancelled' && !cancelled) continue
    const place = placeOf(booking)
    const list = come.get(place)
    if (list === undefined) come.set(place, [booking])
    else list.push(booking)
  }
  if (before.size + added > bookings.size)
    for (const [id, old] of before) if (!bookings.has(id)) leave(gone, old)
  if (gone.size === 0 && come.size === 0) return index

  const rows = new Map(index.rows)
  let { unplaced } = index
  for (const place of new Set([...gone.keys(), ...come.keys()])) {
    const left = gone.get(place)
    const known = place === null ? unplaced : (rows.get(place)?.bookings ?? NONE)
    const kept = left === undefined ? known : known.filter(({ id }) => !left.has(id))
    const list = [...kept, ...(come.get(place) ?? NONE)]
    if (place === null) unplaced = list.filter(({ state }) => !endedStates.has(state)).sort(compare)
    else if (list.length === 0) rows.delete(place)
    else rows.set(place, rowOf(list))
  }
  return { rows, unplaced }
}

function leave(gone: Map<string | null, Set<string>>, booking: Booking): void {
  const place = placeOf(booking)
  const ids = gone.get(place)
  if (ids === undefined) gone.set(place, new Set([booking.id]))
  else ids.add(booking.id)
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
