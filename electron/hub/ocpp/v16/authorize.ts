import type { Writes } from '../../store/writes.ts'
import type { InboundReply } from '../rpc/actions.ts'
import type { Caller, Message } from './caller.ts'
import { judgeToken } from './id-tokens.ts'

/** OCPP 1.6 §4.1. */
export function authorize(
  tx: Writes,
  { stationId }: Caller,
  { payload }: Message<'Authorize'>,
): InboundReply<'Authorize'> {
  const { info } = judgeToken(tx, stationId, payload.idTag)
  return { idTagInfo: info }
}
