import type { ChargingPoint } from './scene.ts'
import type { Desk } from './send.ts'

/** Whether that connector's charger takes limits, as far as is known, and holds to them. */
export function canBeTold({ book }: Desk, { station, connector }: ChargingPoint): boolean {
  const { capability, manner } = book.charger(station.id)
  if (capability?.smartCharging !== true || manner === null) return false
  return book.of(station.id, connector.connectorId).follows !== 'no'
}

/** Whether the car there can be told a course of its own now: its charger is there and hasn't refused that. */
export function takesLive(desk: Desk, point: ChargingPoint): boolean {
  const { station, connector, isOnline } = point
  const { reason } = desk.book.of(station.id, connector.connectorId)
  return isOnline && reason !== 'refused' && canBeTold(desk, point)
}
