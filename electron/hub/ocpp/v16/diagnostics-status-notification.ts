import type { Writes } from '../../store/writes.ts'
import type { InboundReply } from '../rpc/actions.ts'
import type { Caller, Message } from './caller.ts'

/** OCPP 1.6 §4.4. */
export function diagnosticsStatusNotification(
  tx: Writes,
  { stationId }: Caller,
  { payload }: Message<'DiagnosticsStatusNotification'>,
): InboundReply<'DiagnosticsStatusNotification'> {
  tx.update('station', stationId, { diagnosticsStatus: payload.status })
  return {}
}
