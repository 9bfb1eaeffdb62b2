import { MINUTE, type Instant } from '../../time/instant.ts'
import type { IdToken } from '../id-token/id-token.ts'
import type { BookingTerms } from '../site/booking-terms.ts'
import type { Booking } from './booking.ts'
import { placeOf } from './states.ts'

/** What of a token a charger is told. */
export type ReservingToken = Pick<IdToken, 'idToken' | 'parentIdToken'>

/**
 * The id token a charger can hold a connector for: what the driver is to show, or the only one of the vehicle. With
 * several nobody knows which will be shown, and without any there is nothing to hold it for.
 * @param known the site's own row of the booking's id token, if it has one
 * @param ofVehicle the tokens of the booking's vehicle
 */
export function reservingToken(
  { idToken }: Pick<Booking, 'idToken'>,
  known: IdToken | undefined,
  ofVehicle: readonly IdToken[],
): ReservingToken | null {
  if (idToken !== null) return { idToken, parentIdToken: known?.parentIdToken ?? null }
  const usable = ofVehicle.filter(({ status }) => status === 'Accepted')
  const [only] = usable
  return only !== undefined && usable.length === 1 ? only : null
}

/** Until when a charger holds the connector: as long as the booking waits for its car. */
export function reservedUntil(
  { arrivesAt }: Pick<Booking, 'arrivesAt'>,
  { graceMin }: Pick<BookingTerms, 'graceMin'>,
): Instant {
  return arrivesAt + graceMin * MINUTE
}

/** Whether it is time to have the charger hold the connector, and that has not been tried. */
export function isReservationDue(
  booking: Booking,
  terms: Pick<BookingTerms, 'graceMin' | 'reserveAheadMin'>,
  now: Instant,
): boolean {
  return (
    booking.state === 'confirmed' &&
    booking.reservation === 'none' &&
    placeOf(booking) !== null &&
    now >= booking.arrivesAt - terms.reserveAheadMin * MINUTE &&
    now < reservedUntil(booking, terms)
  )
}

/** Whether a charger is thought to hold a connector for it. */
export function isReserved({ reservation }: Pick<Booking, 'reservation'>): boolean {
  return reservation === 'requested' || reservation === 'held'
}

/** What a change of a booking means for its reservation at the charger. */
export type ReservationChange = {
  readonly reservation: Booking['reservation']
  /** Whether the charger where it was has to give it back. */
  readonly cancels: boolean
}

/**
 * What becomes of the reservation when a booking is changed: it stays while place, time and token stay; otherwise the
 * charger gives it back, and it is made anew when that is due.
 * @param before null for a new one
 * @param after null for one that is gone; its own word of the reservation is not believed, it may be an old copy
 */
export function reservationChange(
  before: Booking | null,
  after: Booking | null,
): ReservationChange {
  const held = before !== null && isReserved(before)
  if (after === null) return { reservation: 'released', cancels: held }
  if (before === null) return { reservation: 'none', cancels: false }
  const ended = after.state === 'left' || after.state === 'cancelled' || after.state === 'noShow'
  if (held)
    return isForSame(before, after) && !ended
      ? { reservation: before.reservation, cancels: false }
      : { reservation: ended ? 'released' : 'none', cancels: true }
  if (before.reservation === 'refused' && !isForSame(before, after))
    return { reservation: 'none', cancels: false }
  // Agreed to again after it was cancelled or given back.
  const anew = before.reservation === 'released' && after.state === 'confirmed'
  return { reservation: anew ? 'none' : before.reservation, cancels: false }
}

/** Whether a reservation for the one is good for the other too. */
function isForSame(a: Booking, b: Booking): boolean {
  return (
    placeOf(a) === placeOf(b) &&
    a.arrivesAt === b.arrivesAt &&
    (a.idToken ?? '').toLowerCase() === (b.idToken ?? '').toLowerCase() &&
    (a.idToken !== null || a.vehicleId === b.vehicleId)
  )
}
