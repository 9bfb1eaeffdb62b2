import type { Connector } from '../../../../shared/domain/connector/connector.ts'
import { unknownEquipment } from '../../../../shared/domain/connector/equipment.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Writes } from '../../store/writes.ts'

/** The row of a station's connector, made when the charger first speaks of it. */
export function connectorOf(tx: Writes, stationId: Id, connectorId: number): Connector {
  const known = tx.one('connector', { stationId, connectorId })
  if (known !== undefined) return known
  const connector: Connector = {
    id: tx.newId(),
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
  tx.insert('connector', connector)
  return connector
}
