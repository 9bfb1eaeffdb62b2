import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { type Arrival, type Claim, isOpen } from '../../../../shared/domain/booking/matching.ts'
import type { Writes } from '../../store/writes.ts'
import { dueFor, noShowsOn } from './bookings-here.ts'

/**
 * The bookings that an arriving car may belong to, each with what its driver may show.
 * @param holding those that hold the connector
 */
export function claimsFor(tx: Writes, arrival: Arrival, holding: readonly Booking[]): Claim[] {
  const { stationId, connectorId, at, token, reservationId } = arrival
  const named =
    reservationId === null
      ? []
      : tx.find('booking', { reservationId }).filter((row) => row.stationId === stationId)
  const found = [
    ...holding,
    ...noShowsOn(tx, stationId, connectorId, at),
    ...(token === null ? [] : dueFor(tx, token, at)),
    ...named,
  ]
  const once = new Map(found.map((booking) => [booking.id, booking]))
  return [...once.values()].map((booking) =>
    isOpen(booking, at) ? claimOf(tx, booking) : { booking, tokens: [] },
  )
}

/** A booking with what its driver may show: its own id token and those of its vehicle. */
export function claimOf(tx: Writes, booking: Booking): Claim {
  const { idToken, vehicleId } = booking
  const tokens = vehicleId === null ? [] : tx.find('idToken', { vehicleId })
  if (idToken === null) return { booking, tokens }
  const [known] = tx.find('idToken', { idToken })
  return { booking, tokens: [...tokens, known ?? { idToken, parentIdToken: null }] }
}
