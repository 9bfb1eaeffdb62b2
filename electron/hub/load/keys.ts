import type { Id } from '../../../shared/domain/id/id.ts'

/** Under which key the loads of the whole site and of the building lie; a station's and a feeder's lie under its id. */
export const SITE = 'site'
export const BUILDING = 'building'

/** One connector of a station; 0 is the station's main meter. */
export interface Place {
  readonly stationId: Id
  readonly connectorId: number
}

/** Under which key a connector's loads lie. */
export function keyOf({ stationId, connectorId }: Place): string {
  return `${stationId}/${connectorId}`
}

/** The connector whose key that is; null when it is none's. */
export function placeOf(key: string): Place | null {
  const [stationId, connectorId] = key.split('/')
  if (stationId === undefined || connectorId === undefined) return null
  return { stationId, connectorId: Number(connectorId) }
}
