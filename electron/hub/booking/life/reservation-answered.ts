import type { ChargerEvent } from '../../charger-event.ts'
import type { Writes } from '../../store/writes.ts'
import { turn } from './turn.ts'

/** A charger has answered to a ReserveNow, or could not be asked: then it is tried again. */
export function reservationAnswered(
  tx: Writes,
  { stationId, connectorId, reservationId, answer }: ChargerEvent & { kind: 'reservationAnswered' },
): void {
  for (const booking of tx.find('booking', { reservationId })) {
    if (booking.stationId !== stationId || booking.connectorId !== connectorId) continue
    if (booking.reservation !== 'requested' && booking.reservation !== 'held') continue
    if (answer === 'accepted') turn(tx, booking, 'reserve', { reservation: 'held' })
    else if (answer === 'refused') turn(tx, booking, 'reserveRefused', { reservation: 'refused' })
    else tx.change('booking', booking, { reservation: 'none' })
  }
}
