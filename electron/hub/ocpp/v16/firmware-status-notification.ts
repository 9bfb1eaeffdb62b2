import type { Writes } from '../../store/writes.ts'
import type { InboundReply } from '../rpc/actions.ts'
import type { Caller, Message } from './caller.ts'

/** OCPP 1.6 §4.5. */
export function firmwareStatusNotification(
  tx: Writes,
  { stationId }: Caller,
  { payload }: Message<'FirmwareStatusNotification'>,
): InboundReply<'FirmwareStatusNotification'> {
  tx.update('station', stationId, { firmwareStatus: payload.status })
  return {}
}
