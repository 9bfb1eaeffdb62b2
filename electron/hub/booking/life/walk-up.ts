import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { bookingFrom } from '../../../../shared/domain/booking/decide.ts'
import { beginCharging } from '../../../../shared/domain/booking/life.ts'
import type { ArrivingToken } from '../../../../shared/domain/booking/matching.ts'
import { stayUntil } from '../../../../shared/domain/booking/punctuality.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import { customerOfToken } from '../../../../shared/domain/id-token/owner.ts'
import { idTokenText } from '../../../../shared/domain/id-token/id-token.ts'
import type { Transaction } from '../../../../shared/domain/transaction/transaction.ts'
import { MINUTE, type Instant } from '../../../../shared/time/instant.ts'
import type { Writes } from '../../store/writes.ts'
import type { StayTerms } from './site-terms.ts'

export type WalkUpToken = ArrivingToken & { readonly customerId: Id | null }

/**
 * Makes the booking of a car that charges without one.
 * @param holding the bookings that hold the connector for as long as it may stay
 */
export function walkUp(
  tx: Writes,
  { id: transactionId, stationId, connectorId }: Transaction,
  token: WalkUpToken,
  at: Instant,
  { holding, ...terms }: StayTerms & { holding: readonly Booking[] },
): Booking {
  const vehicle = token.vehicleId === null ? undefined : tx.get('vehicle', token.vehicleId)
  const later = holding.map(({ arrivesAt }) => arrivesAt).filter((arrivesAt) => arrivesAt > at)
  const next = later.length === 0 ? null : Math.min(...later)
  const made = bookingFrom(
    {
      stationId,
      connectorId,
      arrivesAt: at,
      departsAt: stayUntil(at, at + terms.walkUpStayMin * MINUTE, next, terms),
      latestDepartsAt: null,
      flexibility: 'fixed',
      need: null,
      vehicleId: vehicle?.id ?? null,
      customerId: customerOfToken(token, vehicle),
      plate: '',
      // A charger may tell a longer one, or none.
      idToken: idTokenText.safeParse(token.idToken).data ?? null,
      priority: 'normal',
      note: '',
    },
    {
      id: tx.newId(),
      state: 'confirmed',
      origin: 'walkUp',
      reservationId: terms.nextReservationId,
      now: tx.now,
    },
  )
  const booking = { ...made, ...beginCharging(made, transactionId, at) }
  tx.insert('booking', booking)
  const { departsAt, idToken, vehicleId } = booking
  const after = {
    stationId,
    connectorId,
    arrivesAt: at,
    departsAt,
    idToken,
    vehicleId,
    transactionId,
  }
  tx.journal({ act: 'booking.walkUp', noun: 'booking', nounId: booking.id, after })
  return booking
}
