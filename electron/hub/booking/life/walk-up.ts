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
import { nextArrivalOn } from './bookings-here.ts'
import { siteTerms } from './site-terms.ts'

/** Makes the booking of a car that charges without one. */
export function walkUp(
  tx: Writes,
  { id: transactionId, stationId, connectorId }: Transaction,
  token: ArrivingToken & { customerId: Id | null },
  at: Instant,
): Booking {
  const terms = siteTerms(tx)
  const vehicle = token.vehicleId === null ? undefined : tx.get('vehicle', token.vehicleId)
  const next = nextArrivalOn(tx, stationId, connectorId, at, null)
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
      reservationId: nextReservationId(tx),
      now: tx.now,
    },
  )
  const booking = { ...made, ...beginCharging(made, transactionId, at) }
  tx.insert('booking', booking)
  tx.journal({ act: 'booking.walkUp', noun: 'booking', nounId: booking.id, after: booking })
  return booking
}

function nextReservationId(tx: Writes): number {
  const [row] = tx.sql('select coalesce(max(reservationId), 0) + 1 as next from booking', [])
  return Number(row?.['next'])
}
