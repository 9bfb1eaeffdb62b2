import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { presentStates } from '../../../../shared/domain/booking/states.ts'
import { finishAndLeave, finishCharging } from '../../../../shared/domain/booking/life.ts'
import type { Transaction } from '../../../../shared/domain/transaction/transaction.ts'
import { MINUTE, type Instant } from '../../../../shared/time/instant.ts'
import type { Writes } from '../../store/writes.ts'
import { holdingOn } from './bookings-here.ts'
import { turn } from './turn.ts'

/**
 * A car has charged: it stands there still, or has gone already. Told again it changes nothing.
 * @param mayWait whether a walk-up that stands there still may be written down a little later: most are gone by then,
 *   and the chore looks after the others. A window sees by the transaction that it has charged.
 */
export function transactionStopped(
  tx: Writes,
  transaction: Transaction,
  { mayWait = false }: { mayWait?: boolean } = {},
): void {
  for (const booking of tx.find('booking', { transactionId: transaction.id })) {
    if (booking.state !== 'charging') continue
    const at = stopOf(transaction)
    if (isGone(tx, transaction, booking, at))
      turn(tx, booking, 'leave', finishAndLeave(booking, at, at))
    else if (!mayWait || booking.origin !== 'walkUp')
      turn(tx, booking, 'finish', finishCharging(booking, at))
  }
}

/** When a transaction ended, as well as can be known. */
export function stopOf({ stoppedAt, stopReceivedAt, startReceivedAt }: Transaction): Instant {
  return stoppedAt ?? stopReceivedAt ?? startReceivedAt
}

/** A stop that is told so late comes from a charger that was offline; much may have happened since. */
const LATE_MS = MINUTE

/** Whether the car was unplugged: the stop says so, the connector has become free since, or another has come. */
function isGone(
  tx: Writes,
  { stationId, connectorId, stopReason, startedAt }: Transaction,
  { id, arrivedAt }: Booking,
  at: Instant,
): boolean {
  if (stopReason === 'EVDisconnected') return true
  const connector = tx.one('connector', { stationId, connectorId })
  const free = connector?.status === 'Available' || connector?.status === 'Reserved'
  if (free && connector.statusAt !== null && connector.statusAt > startedAt) return true
  if (tx.now - at < LATE_MS) return false
  const came = arrivedAt ?? startedAt
  return holdingOn(tx, stationId, connectorId, tx.now).some(
    (other) =>
      other.id !== id && presentStates.has(other.state) && (other.arrivedAt ?? came) > came,
  )
}
