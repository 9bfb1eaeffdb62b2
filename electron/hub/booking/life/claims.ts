import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import {
  type Arrival,
  type ArrivingToken,
  type Claim,
  EARLY_MS,
} from '../../../../shared/domain/booking/matching.ts'
import { tokenText } from '../../../../shared/domain/id-token/token-text.ts'
import type { Writes } from '../../store/writes.ts'
import { dueFor, dueOn, presentOn } from './bookings-here.ts'

/** The bookings that an arriving car may belong to, each with what its driver may show. */
export function claimsFor(tx: Writes, arrival: Arrival): Claim[] {
  const { stationId, connectorId, at, token, reservationId } = arrival
  const named =
    reservationId === null
      ? []
      : tx.find('booking', { reservationId }).filter((row) => row.stationId === stationId)
  const found = [
    ...dueOn(tx, stationId, connectorId, at, at + EARLY_MS),
    ...presentOn(tx, stationId, connectorId),
    ...(token === null ? [] : dueFor(tx, token, at)),
    ...named,
  ]
  const once = new Map(found.map((booking) => [booking.id, booking]))
  return [...once.values()].map((booking) => claimOf(tx, booking))
}

/** A booking with what its driver may show: its own id token and those of its vehicle. */
export function claimOf(tx: Writes, booking: Booking): Claim {
  const { idToken, vehicleId } = booking
  const tokens = vehicleId === null ? [] : tx.find('idToken', { vehicleId })
  if (idToken === null) return { booking, tokens }
  const [known] = tx.find('idToken', { idToken })
  return { booking, tokens: [...tokens, known ?? { idToken, parentIdToken: null }] }
}

/** What the site knows of a token that a driver shows. */
export function arrivingToken(
  tx: Writes,
  shown: string,
): ArrivingToken & { customerId: string | null } {
  const idToken = tokenText(shown)
  const [known] = tx.find('idToken', { idToken })
  const { parentIdToken = null, vehicleId = null, customerId = null } = known ?? {}
  return { idToken, parentIdToken, vehicleId, customerId }
}
