import { decideEnd } from '../../../shared/domain/transaction/end.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Chargers } from '../chargers.ts'
import type { Writes } from '../store/writes.ts'
import { leaveConnector } from './leave-connector.ts'

export type Ended =
  | { kind: 'ended'; transaction: Transaction }
  | { kind: 'finished' }
  | { kind: 'stoppable' }

/** Ends a transaction on a person's word, because its charger can't be made to. */
export function endTransaction(
  tx: Writes,
  chargers: Chargers,
  before: Transaction,
  reason: string,
): Ended {
  const { id, stationId, ocppTransactionId } = before
  const action = 'RemoteStopTransaction'
  const decision = decideEnd(before, {
    online: chargers.isConnected(stationId),
    stops: tx
      .find('command', { stationId, action })
      .filter(({ payload }) => payload['transactionId'] === ocppTransactionId),
    now: tx.now,
  })
  if (decision.kind !== 'ends') return decision
  const transaction = tx.change('transaction', before, decision.patch)
  leaveConnector(tx, transaction)
  tx.journal({
    act: 'transaction.end',
    noun: 'transaction',
    nounId: id,
    reason,
    before,
    after: transaction,
  })
  return { kind: 'ended', transaction }
}
