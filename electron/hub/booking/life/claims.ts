import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { type Arrival, type Claim, isOpen } from '../../../../shared/domain/booking/matching.ts'
import type { Writes } from '../../store/writes.ts'

/**
 * The bookings that an arriving car may belong to, each with what its driver may show.
 * @param concerning those of its connector, its token and its vehicle
 */
export function claimsFor(
  tx: Writes,
  { stationId, at, reservationId }: Arrival,
  concerning: readonly Booking[],
): Claim[] {
  const named =
    reservationId === null || concerning.some((row) => row.reservationId === reservationId)
      ? []
      : tx.find('booking', { reservationId }).filter((row) => row.stationId === stationId)
  return [...concerning, ...named].map((booking) =>
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
