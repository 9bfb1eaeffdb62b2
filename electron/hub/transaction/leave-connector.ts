import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Writes } from '../store/writes.ts'

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
