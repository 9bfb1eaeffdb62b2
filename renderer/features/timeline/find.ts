import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { plateKey } from '../../../shared/domain/vehicle/vehicle.ts'
import type { BarFacts } from './bar.ts'

/** What a booking is searched by besides its own words. */
export type Known = Pick<BarFacts, 'vehicle' | 'customer'> & { readonly stationName: string }

/**
 * The bookings in which every word typed is found, soonest first: in plate (however it is spaced), vehicle, customer,
 * station, id token or note. Nothing typed finds nothing.
 */
export function findBookings(
  bookings: Iterable<Booking>,
  typed: string,
  knownOf: (booking: Booking) => Known,
): Booking[] {
  const whole = plateKey(typed)
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0 || whole === '') return []
  const found: Booking[] = []
  for (const booking of bookings) {
    const { vehicle, customer, stationName } = knownOf(booking)
    const plate = plateKey(vehicle?.plate ?? booking.plate)
    const text = [
      vehicle?.name,
      customer?.name,
      stationName,
      booking.plate,
      vehicle?.plate,
      booking.idToken,
      booking.note,
    ]
      .join('\n')
      .toLocaleLowerCase()
    if (plate.includes(whole) || words.every((word) => text.includes(word))) found.push(booking)
  }
  return found.sort((a, b) => a.arrivesAt - b.arrivesAt)
}

/** The hit that Enter leads to: the next after the current one, first the one nearest to now, round and round. */
export function nextHit(
  hits: readonly Booking[],
  currentId: string | null,
  now: number,
  step: 1 | -1 = 1,
): Booking | undefined {
  const at = hits.findIndex(({ id }) => id === currentId)
  if (at >= 0) return hits.at((at + step) % hits.length)
  return hits.find(({ departsAt }) => departsAt >= now) ?? hits.at(-1)
}
