import { HOUR, MINUTE, type Instant } from '../../time/instant.ts'
import type { Id } from '../id/id.ts'
import { sameToken } from '../transaction/start.ts'
import type { Booking } from './booking.ts'
import { holdingStates, presentStates } from './states.ts'
import type { ReservingToken } from './reservation.ts'

/** A car that knows its booking may come so long before it, as long as nobody else holds the connector. */
export const EARLY_MS = 2 * HOUR

/** A car of which nothing tells whose it is counts as the next one booked only so shortly before. */
export const EARLY_UNKNOWN_MS = 15 * MINUTE

/** A car at a connector: only plugged in as yet, or charging. */
export interface Arrival {
  readonly stationId: Id
  readonly connectorId: number
  readonly at: Instant
  /** As the charger tells it in StartTransaction (OCPP 1.6 §6.45). */
  readonly reservationId: number | null
  /** What its driver showed; null while nobody has shown anything. */
  readonly token: ArrivingToken | null
}

export interface ArrivingToken extends ReservingToken {
  /** The vehicle it belongs to, as far as the site knows. */
  readonly vehicleId: Id | null
}

/** A booking that an arrival may be, with what its driver may show: its own token and those of its vehicle. */
export interface Claim {
  readonly booking: Booking
  readonly tokens: readonly ReservingToken[]
}

/**
 * Whose an arrival is: a booking's, which `moves` when its car stands at another connector than agreed; or nobody's,
 * perhaps on a connector that another holds just then.
 */
export type Match =
  | { readonly kind: 'booked'; readonly booking: Booking; readonly moves: boolean }
  | { readonly kind: 'walkUp'; readonly conflict: Booking | null }

/**
 * Which booking an arriving car belongs to: by the reservation the charger names, by its token or vehicle, by its
 * token's group, or by the hour where a booking asks for no token. A token booked elsewhere tells that the car stands
 * here instead, unless somebody else holds this connector.
 * @param claims bookings of this connector, and those of the token or its vehicle wherever they are
 */
export function matchArrival(arrival: Arrival, claims: readonly Claim[]): Match {
  const { at, token, reservationId } = arrival
  const open = claims.filter(({ booking }) => isOpen(booking, at))
  const here = open.filter(({ booking }) => isHere(booking, arrival))
  const elsewhere = open.filter(({ booking }) => !isHere(booking, arrival))
  const holders = claims
    .map(({ booking }) => booking)
    .filter((booking) => isHere(booking, arrival) && holdsAt(booking, at))
  const heldBy = (own: Booking | null) => holders.find(({ id }) => id !== own?.id) ?? null
  const booked = (booking: Booking): Match => {
    const moves = !isHere(booking, arrival)
    const holder = moves ? heldBy(booking) : null
    return holder === null
      ? { kind: 'booked', booking, moves }
      : { kind: 'walkUp', conflict: holder }
  }

  const reserved = open.find(({ booking }) => booking.reservationId === reservationId)
  if (reserved !== undefined) return booked(reserved.booking)
  if (token === null) {
    const due = nearest(here, at, ({ booking }) => mayBePlugged(booking, at, heldBy(booking)))
    if (due !== undefined) return booked(due.booking)
    return { kind: 'walkUp', conflict: null }
  }
  const own = nearest(here, at, (claim) => isShownBy(claim, token))
  if (own !== undefined) return booked(own.booking)
  const group = nearest(
    here,
    at,
    (claim) => isOfGroup(claim, token) && mayComeEarly(claim.booking, at, heldBy(claim.booking)),
  )
  if (group !== undefined) return booked(group.booking)
  const other = nearest(elsewhere, at, (claim) => isShownBy(claim, token))
  if (other !== undefined) return booked(other.booking)
  const anybodys = nearest(
    here,
    at,
    (claim) => asksForNobody(claim, token) && mayBePlugged(claim.booking, at, null),
  )
  if (anybodys !== undefined) return booked(anybodys.booking)
  return { kind: 'walkUp', conflict: heldBy(null) }
}

/** Whether a car may still come to it, or has come and not begun to charge: a no-show who comes after all counts. */
export function isOpen({ state, arrivesAt, departsAt }: Booking, at: Instant): boolean {
  if (at < arrivesAt - EARLY_MS) return false
  if (state === 'arrived') return true
  return (state === 'requested' || state === 'confirmed' || state === 'noShow') && at < departsAt
}

/** Whether a booking is on that connector. */
export function isHere(
  { stationId, connectorId }: Booking,
  place: Pick<Arrival, 'stationId' | 'connectorId'>,
): boolean {
  return stationId === place.stationId && connectorId === place.connectorId
}

/** Whether a booking keeps others from its connector at that moment. */
export function holdsAt({ state, arrivesAt, departsAt }: Booking, at: Instant): boolean {
  if (presentStates.has(state)) return true
  return holdingStates.has(state) && arrivesAt <= at && at < departsAt
}

/** Whether that token is what its driver may show. OCPP compares tokens without case. */
export function isShownBy({ booking, tokens }: Claim, token: ArrivingToken): boolean {
  if (token.vehicleId !== null && token.vehicleId === booking.vehicleId) return true
  return tokens.some(({ idToken }) => sameToken(idToken, token.idToken))
}

/** Whether that token is of a group with one that its driver may show (OCPP 1.6 §5.13 parentIdTag). */
function isOfGroup({ tokens }: Claim, { parentIdToken }: ArrivingToken): boolean {
  if (parentIdToken === null) return false
  return tokens.some(
    (own) => own.parentIdToken !== null && sameToken(own.parentIdToken, parentIdToken),
  )
}

/** Whether anybody may be its car: it names no token, and not the vehicle that this one isn't. */
function asksForNobody({ booking, tokens }: Claim, { vehicleId }: ArrivingToken): boolean {
  return tokens.length === 0 && (booking.vehicleId === null || vehicleId === null)
}

function mayComeEarly(booking: Booking, at: Instant, holder: Booking | null): boolean {
  return at >= booking.arrivesAt || holder === null
}

/** Whether a car that has shown nothing may be its. With a token to come, that tells later whether it was. */
function mayBePlugged(booking: Booking, at: Instant, holder: Booking | null): boolean {
  const { arrivesAt, idToken, vehicleId, state } = booking
  if (state === 'arrived') return true
  const early = idToken === null && vehicleId === null ? EARLY_UNKNOWN_MS : EARLY_MS
  return at >= arrivesAt - early && mayComeEarly(booking, at, holder)
}

/** Of those that fit, the one whose hour it is, else the one that is due soonest. */
function nearest(
  claims: readonly Claim[],
  at: Instant,
  fits: (claim: Claim) => boolean,
): Claim | undefined {
  const distance = ({ booking }: Claim): number => Math.max(0, booking.arrivesAt - at)
  return claims
    .filter(fits)
    .toSorted((a, b) => distance(a) - distance(b) || b.booking.arrivesAt - a.booking.arrivesAt)[0]
}
