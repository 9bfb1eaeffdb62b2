import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { reservationChange, reservedUntil } from '../../../../shared/domain/booking/reservation.ts'
import type { Chargers } from '../../chargers.ts'
import { addCommand } from '../../command/request.ts'
import { siteNow } from '../../site/site-now.ts'
import type { Writes } from '../../store/writes.ts'

/** What reservations ask of the chargers' sockets. */
export type ReservingChargers = Pick<Chargers, 'isConnected' | 'wake'>

/**
 * Has the charger give a reservation back that a changed booking has no use for, and puts right what the booking says
 * of it. To be called in the unit that has written the change; when the booking is new, `before` is null, when it is
 * gone, `after` is.
 * @returns the booking as it now is
 */
export function reservationAfterChange(
  tx: Writes,
  chargers: ReservingChargers,
  before: Booking | null,
  after: Booking | null,
): Booking | null {
  const { reservation, cancels } = reservationChange(before, after)
  if (cancels && before !== null) giveBack(tx, chargers, before)
  if (after === null || after.reservation === reservation) return after
  return tx.change('booking', after, { reservation })
}

/** Asks the charger to give the booking's reservation back; one whose time is over has ended by itself. */
export function giveBack(tx: Writes, chargers: ReservingChargers, booking: Booking): void {
  const { stationId, reservationId } = booking
  if (stationId === null || tx.now >= reservedUntil(booking, siteNow(tx))) return
  const payload = { reservationId }
  addCommand(tx, chargers, stationId, { action: 'CancelReservation', payload }, 'hub')
}
