import { PENDING_INTERVAL_S } from '../../../../shared/domain/adoption/adoption.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import { heartbeatInterval } from '../../../../shared/domain/ocpp/heartbeat-interval.ts'
import type { ChargerIdentity } from '../../../../shared/domain/station/station.ts'
import { toIso } from '../../../../shared/time/instant.ts'
import type { Writes } from '../../store/writes.ts'
import type { InboundReply, InboundRequest } from '../rpc/actions.ts'
import type { Caller, Message } from './caller.ts'

type Reply = InboundReply<'BootNotification'>

/** OCPP 1.6 §4.2: a station of the site is accepted, with a heartbeat interval of its own. */
export function bootNotification(
  tx: Writes,
  { stationId, chargePointId }: Caller,
  { payload, receivedAt }: Message<'BootNotification'>,
): Reply {
  tx.update('station', stationId, {
    ...identityOf(payload),
    bootedAt: receivedAt,
    lastSeenAt: receivedAt,
    updatedAt: receivedAt,
  })
  return {
    status: 'Accepted',
    currentTime: toIso(tx.now),
    interval: heartbeatInterval(chargePointId),
  }
}

/** A stranger is Pending until the operator adopts it, and Rejected once the operator has turned it away. */
export function bootOfCandidate(
  tx: Writes,
  candidateId: Id,
  { payload, receivedAt }: Message<'BootNotification'>,
): Reply {
  const candidate = tx.update('candidate', candidateId, {
    ...identityOf(payload),
    bootedAt: receivedAt,
    lastSeenAt: receivedAt,
  })
  return {
    status: candidate?.state === 'waiting' ? 'Pending' : 'Rejected',
    currentTime: toIso(tx.now),
    interval: PENDING_INTERVAL_S,
  }
}

/** Of the two serial numbers the charge point's own is shown; the box's is the older name of it. */
function identityOf(boot: InboundRequest<'BootNotification'>): ChargerIdentity {
  const told = (text: string | undefined): string | null => (text?.trim() ? text.trim() : null)
  return {
    vendor: told(boot.chargePointVendor),
    model: told(boot.chargePointModel),
    serialNumber: told(boot.chargePointSerialNumber) ?? told(boot.chargeBoxSerialNumber),
    firmwareVersion: told(boot.firmwareVersion),
    iccid: told(boot.iccid),
    imsi: told(boot.imsi),
    meterType: told(boot.meterType),
    meterSerialNumber: told(boot.meterSerialNumber),
  }
}
