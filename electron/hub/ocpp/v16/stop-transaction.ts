import { tokenText } from '../../../../shared/domain/id-token/token-text.ts'
import {
  readMeterValue,
  type MeterReading,
} from '../../../../shared/domain/metering/meter-reading.ts'
import { readTimestamp } from '../../../../shared/domain/ocpp/timestamp.ts'
import { sameToken } from '../../../../shared/domain/transaction/start.ts'
import { decideStop, type Stop } from '../../../../shared/domain/transaction/stop.ts'
import type { Transaction } from '../../../../shared/domain/transaction/transaction.ts'
import type { Writes } from '../../store/writes.ts'
import { leaveConnector } from '../../transaction/leave-connector.ts'
import type { InboundReply } from '../rpc/actions.ts'
import type { Caller, Message } from './caller.ts'
import { judgeToken } from './id-tokens.ts'
import { storeReadings } from './readings.ts'
import { addTransaction, transactionNamed, unstoppedOf } from './transactions.ts'

/**
 * OCPP 1.6 §4.10. Accepted whatever it names: a number of nobody's, -1, a stop before its start, one that comes
 * again. The transactionData belongs to the transaction, signed values included.
 */
export function stopTransaction(
  tx: Writes,
  { stationId, happened }: Caller,
  { payload, receivedAt }: Message<'StopTransaction'>,
): InboundReply<'StopTransaction'> {
  const data = (payload.transactionData ?? []).map((value) => readMeterValue(value, receivedAt))
  const stop: Stop = {
    stationId,
    ocppTransactionId: payload.transactionId,
    stoppedAt: readTimestamp(payload.timestamp)?.at ?? receivedAt,
    meterStopWh: payload.meterStop,
    idToken: payload.idTag === undefined ? null : tokenText(payload.idTag),
    reason: payload.reason?.trim() || null,
    begin: beginOf(data),
    receivedAt,
  }
  const named = transactionNamed(tx, stationId, stop.ocppTransactionId)
  const { stoppedAt } = stop
  const decision = decideStop(stop, {
    named,
    // Only a stop that names nothing of ours is looked for by its content.
    unstopped: named ? [] : unstoppedOf(tx, stationId),
    endedThen: named ? [] : tx.find('transaction', { stationId, stoppedAt }),
  })
  let transaction: Transaction
  switch (decision.kind) {
    case 'again':
      transaction = decision.transaction
      break
    case 'ends':
      transaction = tx.change('transaction', decision.transaction, decision.patch)
      leaveConnector(tx, transaction)
      break
    case 'startless':
      transaction = addTransaction(tx, decision.transaction)
      break
  }
  happened(tx, { kind: 'transactionStopped', transaction })
  const { id: transactionId, connectorId } = transaction
  storeReadings(tx, { stationId, connectorId, transactionId }, data)
  if (stop.idToken === null || stop.idToken === '') return {}
  const { info, known } = judgeToken(tx, stationId, stop.idToken)
  // Whoever began may end, also when the desk began for him.
  const own = !known && sameToken(stop.idToken, transaction.idToken)
  return { idTagInfo: own ? { status: 'Accepted' } : info }
}

function beginOf(data: readonly MeterReading[]): Stop['begin'] {
  const begin = data.find(({ context }) => context === 'Transaction.Begin')
  return begin === undefined ? null : { at: begin.measuredAt, energyWh: begin.energyWh }
}
