import {
  readMeterValue,
  type MeterReading,
} from '../../../../shared/domain/metering/meter-reading.ts'
import type { Connector } from '../../../../shared/domain/connector/connector.ts'
import { sampledAt } from '../../../../shared/domain/transaction/progress.ts'
import type { Transaction } from '../../../../shared/domain/transaction/transaction.ts'
import type { Writes } from '../../store/writes.ts'
import type { InboundReply } from '../rpc/actions.ts'
import type { Caller, Message } from './caller.ts'
import { connectorOf } from './connectors.ts'
import { advance, showOnConnector, storeReadings, withMeanPower } from './readings.ts'
import { transactionNamed } from './transactions.ts'

/** OCPP 1.6 §4.7. Values of a transaction come with its number, without one, or after its stop. */
export function meterValues(
  tx: Writes,
  { stationId, happened }: Caller,
  { payload, receivedAt }: Message<'MeterValues'>,
): InboundReply<'MeterValues'> {
  const { connectorId, transactionId: number, meterValue } = payload
  const connector = connectorOf(tx, stationId, connectorId)
  const read = meterValue.map((value) => readMeterValue(value, receivedAt))
  const readings = withMeanPower(connector, read)
  const transaction = transactionOf(tx, connector, number, readings)
  storeReadings(tx, { stationId, connectorId, transactionId: transaction?.id ?? null }, readings)
  showOnConnector(tx, connector, readings)
  if (transaction === undefined) return {}
  advance(tx, transaction, readings)
  if (transaction.state === 'finished') happened(tx, { kind: 'lateValues', transaction })
  return {}
}

/** By the number, or (without one) the transaction running on the connector when the values were measured. */
function transactionOf(
  tx: Writes,
  connector: Connector,
  number: number | undefined,
  readings: readonly MeterReading[],
): Transaction | undefined {
  if (number !== undefined && number > 0) return transactionNamed(tx, connector.stationId, number)
  const running =
    connector.transactionId === null ? undefined : tx.get('transaction', connector.transactionId)
  const first = readings[0]
  if (running === undefined || first === undefined) return undefined
  return sampledAt(first) >= running.startedAt ? running : undefined
}
