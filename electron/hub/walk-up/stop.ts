import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { addCommand, type Requested } from '../command/request.ts'
import type { Writes } from '../store/writes.ts'
import type { WalkUpRooms } from './rooms.ts'

/** Tells the charger to stop what charges for a booking (OCPP 1.6 §5.12); `idle` where nothing does. */
export function tellToStop(
  tx: Writes,
  { chargers }: Pick<WalkUpRooms, 'chargers'>,
  { transactionId }: Booking,
): Requested | { readonly kind: 'idle' } {
  const transaction = transactionId === null ? undefined : tx.get('transaction', transactionId)
  if (transaction?.state !== 'active') return { kind: 'idle' }
  const payload = { transactionId: transaction.ocppTransactionId }
  const request = { action: 'RemoteStopTransaction', payload } as const
  return addCommand(tx, chargers, transaction.stationId, request, tx.actor)
}
