import type { Id } from '../id/id.ts'
import type { Connector } from './connector.ts'
import { unknownEquipment } from './equipment.ts'

/** A connector of which nothing but its number is known. */
export function newConnector(id: Id, stationId: Id, connectorId: number): Connector {
  return {
    id,
    stationId,
    connectorId,
    status: 'Unknown',
    errorCode: null,
    vendorErrorCode: null,
    info: null,
    statusAt: null,
    powerW: null,
    energyWh: null,
    currentDa: null,
    socPct: null,
    sampledAt: null,
    transactionId: null,
    ...unknownEquipment,
  }
}
