import type { Instant } from '../../time/instant.ts'
import type { Booking } from './booking.ts'
import { holdingStates, placeOf, presentStates } from './states.ts'

/** From when until when. */
export interface Stretch {
  readonly from: Instant
  readonly until: Instant
}

/** The stretch in which a booking keeps others away; a car that is still there stays for now. Null: it keeps nobody. */
export function holdOf(booking: Booking, now: Instant): Stretch | null {
  if (!holdingStates.has(booking.state)) return null
  const { arrivesAt, departsAt, arrivedAt, state } = booking
  const present = presentStates.has(state)
  return {
    from: present ? Math.min(arrivesAt, arrivedAt ?? arrivesAt) : arrivesAt,
    until: present ? Math.max(departsAt, now) : departsAt,
  }
}

/** Who holds which connector, and where each vehicle is booked. */
export interface Occupancy {
  get(bookingId: string): Booking | undefined
  /** The bookings that hold that connector, by arrival. */
  on(stationId: string, connectorId: number): readonly Booking[]
  /** The bookings of that vehicle that hold a connector, by arrival. */
  ofVehicle(vehicleId: string): readonly Booking[]
  /** Takes in a booking as it now is. */
  put(booking: Booking): void
  remove(bookingId: string): void
}

/** An occupancy of these bookings, kept in sorted lists: a look-up costs a map, a change the length of one list. */
export function occupancyOf(bookings: Iterable<Booking> = []): Occupancy {
  const all = new Map<string, Booking>()
  const byPlace = new Map<string, Booking[]>()
  const byVehicle = new Map<string, Booking[]>()
  const lists = function* (booking: Booking): Generator<Booking[]> {
    const place = placeOf(booking)
    if (place === null || !holdingStates.has(booking.state)) return
    yield listOf(byPlace, place)
    if (booking.vehicleId !== null) yield listOf(byVehicle, booking.vehicleId)
  }
  const remove = (bookingId: string): void => {
    const known = all.get(bookingId)
    if (known === undefined) return
    all.delete(bookingId)
    for (const list of lists(known)) list.splice(list.indexOf(known), 1)
  }
  const put = (booking: Booking): void => {
    remove(booking.id)
    all.set(booking.id, booking)
    for (const list of lists(booking)) list.splice(firstAfter(list, booking), 0, booking)
  }
  for (const booking of bookings) put(booking)
  return {
    get: (bookingId) => all.get(bookingId),
    on: (stationId, connectorId) => byPlace.get(`${stationId}/${connectorId}`) ?? [],
    ofVehicle: (vehicleId) => byVehicle.get(vehicleId) ?? [],
    put,
    remove,
  }
}

function listOf(lists: Map<string, Booking[]>, key: string): Booking[] {
  const known = lists.get(key)
  if (known !== undefined) return known
  const list: Booking[] = []
  lists.set(key, list)
  return list
}

/** Where in a list by arrival a booking belongs. */
function firstAfter(list: readonly Booking[], { arrivesAt, id }: Booking): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const at = list[middle]
    if (
      at !== undefined &&
      (at.arrivesAt < arrivesAt || (at.arrivesAt === arrivesAt && at.id < id))
    )
      low = middle + 1
    else high = middle
  }
  return low
}
