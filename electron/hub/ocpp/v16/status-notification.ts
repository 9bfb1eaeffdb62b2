import type { ConnectorStatus } from '../../../../shared/domain/connector/connector.ts'
import { isReplayedStatus, statusBegan } from '../../../../shared/domain/ocpp/status.ts'
import { readTimestamp } from '../../../../shared/domain/ocpp/timestamp.ts'
import type { Writes } from '../../store/writes.ts'
import type { InboundReply } from '../rpc/actions.ts'
import { clearAlarm, raiseAlarm } from '../../alarm/raise.ts'
import type { Caller, Message } from './caller.ts'
import { connectorOf } from './connectors.ts'

/** With these nothing flows, whatever the last meter value said. */
const NOTHING_FLOWS: ReadonlySet<ConnectorStatus> = new Set(['Available', 'Unavailable', 'Faulted'])

/**
 * OCPP 1.6 §4.9. A status never ends a transaction: `Available` can come before the StopTransaction, and the
 * energy is in the latter.
 */
export function statusNotification(
  tx: Writes,
  { stationId, connectedAt, happened }: Caller,
  { payload, receivedAt }: Message<'StatusNotification'>,
): InboundReply<'StatusNotification'> {
  const { connectorId, status, errorCode, timestamp, vendorErrorCode, info } = payload
  const connector = connectorOf(tx, stationId, connectorId)
  const stamp = timestamp === undefined ? undefined : readTimestamp(timestamp)
  const began = statusBegan(stamp?.at ?? null, receivedAt)
  if (isReplayedStatus({ began, receivedAt, connectedAt }, connector.statusAt)) {
    happened(tx, { kind: 'statusReplayed', stationId, connectorId, status, at: began })
    return {}
  }
  const stillFlowing = connector.powerW !== null && connector.powerW !== 0
  tx.change('connector', connector, {
    status,
    errorCode: errorCode === 'NoError' ? null : errorCode,
    vendorErrorCode: vendorErrorCode ?? null,
    info: info ?? null,
    statusAt: began,
    ...(stillFlowing && NOTHING_FLOWS.has(status) ? { powerW: 0, currentDa: 0 } : {}),
  })
  const place = { kind: 'connectorFaulted', stationId, connectorId } as const
  if (status === 'Faulted') {
    const words = [errorCode, vendorErrorCode, info].filter((word) => word)
    raiseAlarm(tx, place, words.join(' · '))
  } else if (connector.status === 'Faulted') {
    clearAlarm(tx, place)
  }
  if (status !== connector.status) {
    const { status: before } = connector
    happened(tx, { kind: 'connectorStatus', stationId, connectorId, before, status, at: began })
  }
  return {}
}
