import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { walkUpToken } from '../../../shared/domain/walk-up/token.ts'
import { addCommand, type Requested } from '../command/request.ts'
import type { Writes } from '../store/writes.ts'
import { tokenOfVehicle } from '../tariff/whose.ts'
import type { WalkUpRooms } from './rooms.ts'

/**
 * Tells the charger to start for a car that is plugged in where it is booked (OCPP 1.6 §5.11): under its own id token,
 * else one of its vehicle's, else one that the desk answers for. `elsewhere` where no such car stands there.
 */
export function startBooked(
  tx: Writes,
  { chargers }: Pick<WalkUpRooms, 'chargers'>,
  booking: Booking,
): Requested | { readonly kind: 'elsewhere' } {
  const { stationId, connectorId } = booking
  if (booking.state !== 'arrived' || stationId === null || connectorId === null)
    return { kind: 'elsewhere' }
  const payload = { idTag: tokenFor(tx, booking), connectorId }
  const request = { action: 'RemoteStartTransaction', payload } as const
  return addCommand(tx, chargers, stationId, request, tx.actor)
}

function tokenFor(tx: Writes, { id, idToken, vehicleId }: Booking): string {
  return idToken ?? tokenOfVehicle(tx, vehicleId) ?? walkUpToken(id)
}
