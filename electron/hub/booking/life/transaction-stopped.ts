import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { finishCharging, leave } from '../../../../shared/domain/booking/life.ts'
import type { Transaction } from '../../../../shared/domain/transaction/transaction.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import type { Writes } from '../../store/writes.ts'
import { judgeConnector } from './alarms.ts'
import { presentOn } from './bookings-here.ts'
import { turn } from './turn.ts'

/** A car has charged: it stands there still, or has gone already. Told again it changes nothing. */
export function transactionStopped(tx: Writes, transaction: Transaction): void {
  for (const booking of tx.find('booking', { transactionId: transaction.id })) {
    if (booking.state !== 'charging') continue
    const at = stopOf(transaction)
    const finished = turn(tx, booking, 'finish', finishCharging(booking, at))
    if (isGone(tx, transaction, booking)) turn(tx, finished, 'leave', leave(finished, at))
    judgeConnector(tx, transaction.stationId, transaction.connectorId)
  }
}

function stopOf({ stoppedAt, stopReceivedAt, startReceivedAt }: Transaction): Instant {
  return stoppedAt ?? stopReceivedAt ?? startReceivedAt
}

/** Whether the car was unplugged: the stop says so, the connector has become free since, or another has come. */
function isGone(
  tx: Writes,
  { stationId, connectorId, stopReason, startedAt }: Transaction,
  { id, arrivedAt }: Booking,
): boolean {
  if (stopReason === 'EVDisconnected') return true
  const came = arrivedAt ?? startedAt
  const present = presentOn(tx, stationId, connectorId)
  if (present.some((other) => other.id !== id && (other.arrivedAt ?? came) > came)) return true
  const connector = tx.one('connector', { stationId, connectorId })
  if (connector?.status !== 'Available' && connector?.status !== 'Reserved') return false
  return connector.statusAt !== null && connector.statusAt > startedAt
}
