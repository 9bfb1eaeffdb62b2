import type { ControlReason } from '../../../shared/domain/dispatch/charging-control.ts'
import type { ChargingPoint, Scene } from './scene.ts'
import type { Desk } from './send.ts'

/** Writes down why a connector is not told what is planned, where that has changed. */
export function writeReasons(desk: Desk, scene: Scene): void {
  for (const point of scene.points) {
    const { station, connector } = point
    const reason = reasonFor(desk, point)
    if (desk.book.of(station.id, connector.connectorId).reason !== reason)
      desk.book.change(station.id, connector.connectorId, { reason })
  }
}

function reasonFor({ book }: Desk, point: ChargingPoint): ControlReason | null {
  const { station, connector, isOnline } = point
  const { capability, manner } = book.charger(station.id)
  const { follows, reason, standing, confirmedAt } = book.of(station.id, connector.connectorId)
  if (capability === null) return 'unread'
  if (!capability.smartCharging) return 'noSmartCharging'
  if (manner === null || reason === 'refused') return 'refused'
  if (follows === 'no') return 'ignored'
  if (!isOnline) return 'offline'
  const isConfirmed = confirmedAt !== null && confirmedAt >= (station.connectionSince ?? 0)
  return standing.held === null || !isConfirmed ? 'unconfirmed' : null
}
