import type { OCPP16 } from 'typed-ocpp'
import { valueOf } from './configuration.ts'
import type { Connector, Status } from './connector.ts'
import { sampledValues } from './sampled-value.ts'
import { connectorOf, isServed, readingOf, statuses } from './station.ts'
import type { MeterValue, Station } from './station.ts'
import { enqueued } from './transaction-queue.ts'

type StatusNotification = OCPP16.StatusNotificationRequest
type Context =
  | 'Sample.Periodic'
  | 'Sample.Clock'
  | 'Trigger'
  | 'Transaction.Begin'
  | 'Transaction.End'

/** Sends the states that differ from those last told; all of them after a start or a reconnect. */
export function reportStatuses(station: Station): void {
  if (!isServed(station)) return
  for (const [connectorId, status] of statuses(station)) {
    // A make that has called the connector free already does not take it back.
    if (status === 'Finishing' && station.spec.habit.status.freesBeforeStop) continue
    if (station.reported.get(connectorId) !== status) reportStatus(station, connectorId, status)
  }
}

/** Sends one state, changed or not. */
export function reportStatus(station: Station, connectorId: number, status: Status): void {
  station.reported.set(connectorId, status)
  void station.link?.call('StatusNotification', statusNotification(station, connectorId, status))
}

/** The message about one state, in this make's way. */
function statusNotification(
  station: Station,
  connectorId: number,
  status: Status,
): StatusNotification {
  const { status: habit, vendor } = station.spec.habit
  const fault = connectorOf(station, connectorId)?.fault ?? null
  const errorCode = status === 'Faulted' && fault !== null ? fault.errorCode : 'NoError'
  return {
    connectorId,
    errorCode,
    status,
    ...(habit.timestamps ? { timestamp: new Date().toISOString() } : {}),
    ...(habit.chatty
      ? { info: `state=${status};ok=1`, vendorId: vendor, vendorErrorCode: '0x0000' }
      : {}),
  }
}

/** A connector's meter as one MeterValue, with what its configuration asks for. */
export function meterValue(station: Station, connector: Connector, context: Context): MeterValue {
  const key = context === 'Sample.Clock' ? 'MeterValuesAlignedData' : 'MeterValuesSampledData'
  const measurands = valueOf(station.configuration, key)
    .split(',')
    .map((part) => part.trim())
  const reading = readingOf(station, connector)
  return {
    timestamp: new Date().toISOString(),
    sampledValue: sampledValues(reading, station.spec.habit.meter, context, measurands),
  }
}

/** Sends a connector's meter values: kept for later inside a session, told or forgotten outside one. */
export function reportMeter(station: Station, connector: Connector, context: Context): void {
  const payload = {
    connectorId: connector.id,
    meterValue: [meterValue(station, connector, context)],
  }
  if (connector.session === null) {
    if (isServed(station)) void station.link?.call('MeterValues', payload)
    return
  }
  station.queue = enqueued(station.queue, {
    sessionKey: connector.session.key,
    attempts: 0,
    action: 'MeterValues',
    payload,
    named: !station.spec.habit.meter.omitsTransactionId,
  })
}
