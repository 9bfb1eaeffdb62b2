import { MINUTE, type Instant } from '../../time/instant.ts'
import type { BookingTerms } from '../site/booking-terms.ts'
import type { Booking } from './booking.ts'
import { presentStates } from './states.ts'

/**
 * Whether its car hasn't come in time. While the car may well be there (another stands in its place, or the charger is
 * out of reach and tells nothing) that can be said only once the booking is over.
 */
export function isNoShow(
  { state, arrivesAt, departsAt }: Booking,
  { graceMin }: Pick<BookingTerms, 'graceMin'>,
  now: Instant,
  mayBeThere: boolean,
): boolean {
  if (state !== 'requested' && state !== 'confirmed') return false
  if (mayBeThere) return now >= departsAt
  return now >= Math.min(departsAt, arrivesAt + graceMin * MINUTE)
}

/** Whether its car is still there after its departure. How long a car without a booking stays is only a guess. */
export function overstays({ state, origin, departsAt }: Booking, now: Instant): boolean {
  return presentStates.has(state) && origin !== 'walkUp' && now > departsAt
}

/** How much of its window it gave back by leaving early, ms; 0 when it didn't. */
export function leftEarlyMs({ state, leftAt, departsAt }: Booking): number {
  return state === 'left' && leftAt !== null ? Math.max(0, departsAt - leftAt) : 0
}

/** A car that stands where another is due by now. */
export interface Conflict {
  readonly present: Booking
  readonly awaited: Booking
}

/**
 * Whether somebody's hour has come on a connector where another's car stands: it came without asking, or is late to
 * leave.
 * @param bookings those that hold the connector
 */
export function conflictOn(bookings: readonly Booking[], now: Instant): Conflict | null {
  const present = bookings.find(({ state }) => presentStates.has(state))
  if (present === undefined) return null
  const awaited = bookings.find(
    ({ id, state, arrivesAt, departsAt }) =>
      id !== present.id &&
      (state === 'requested' || state === 'confirmed') &&
      arrivesAt <= now &&
      now < departsAt,
  )
  return awaited === undefined ? null : { present, awaited }
}

/** A car without a booking stays at least so long, whoever comes next. */
const SHORTEST_STAY_MS = 15 * MINUTE

/**
 * Until when a car that came unasked may stay: as long as it is thought to, or until the connector is needed for the
 * next one, unless that is so soon that there will be trouble anyway.
 * @param nextArrivesAt of the next booking there; null when there is none
 */
export function stayUntil(
  at: Instant,
  wishedUntil: Instant,
  nextArrivesAt: Instant | null,
  { turnaroundMin }: Pick<BookingTerms, 'turnaroundMin'>,
): Instant {
  if (nextArrivesAt === null) return wishedUntil
  const latest = nextArrivesAt - turnaroundMin * MINUTE
  return latest - at >= SHORTEST_STAY_MS ? Math.min(wishedUntil, latest) : wishedUntil
}
