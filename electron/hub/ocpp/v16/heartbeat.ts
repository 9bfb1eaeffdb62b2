import { toIso } from '../../../../shared/time/instant.ts'
import type { Writes } from '../../store/writes.ts'
import type { InboundReply } from '../rpc/actions.ts'

/** OCPP 1.6 §4.6: the charger sets its clock by the answer. */
export function heartbeat(tx: Writes): InboundReply<'Heartbeat'> {
  return { currentTime: toIso(tx.now) }
}
