import type { Connector } from '../../../../shared/domain/connector/connector.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Transaction } from '../../../../shared/domain/transaction/transaction.ts'
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
  }
  tx.insert('connector', connector)
  return connector
}

/** The transaction has ended: its connector carries none, delivers nothing and has no car to tell of. */
export function leaveConnector(
  tx: Writes,
  { id, stationId, connectorId }: Pick<Transaction, 'id' | 'stationId' | 'connectorId'>,
): void {
  const connector = tx.one('connector', { stationId, connectorId })
  if (connector?.transactionId !== id) return
  tx.change('connector', connector, {
    transactionId: null,
    socPct: null,
    ...(connector.powerW === null ? {} : { powerW: 0, currentDa: 0 }),
  })
}
