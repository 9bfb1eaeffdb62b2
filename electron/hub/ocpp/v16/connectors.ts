import type { Connector } from '../../../../shared/domain/connector/connector.ts'
import { newConnector } from '../../../../shared/domain/connector/new-connector.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Writes } from '../../store/writes.ts'

/** The row of a station's connector, made when the charger first speaks of it. */
export function connectorOf(tx: Writes, stationId: Id, connectorId: number): Connector {
  const known = tx.one('connector', { stationId, connectorId })
  if (known !== undefined) return known
  const connector = newConnector(tx.newId(), stationId, connectorId)
  tx.insert('connector', connector)
  return connector
}
