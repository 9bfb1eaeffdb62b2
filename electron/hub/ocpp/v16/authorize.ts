import type { Writes } from '../../store/writes.ts'
import type { InboundReply } from '../rpc/actions.ts'
import type { Caller, Message } from './caller.ts'
import { judgeToken } from './id-tokens.ts'

/** OCPP 1.6 §4.1. */
export async function authorize(
  tx: Writes,
  { stationId }: Caller,
  { payload }: Message<'Authorize'>,
): Promise<InboundReply<'Authorize'>> {
  const { info } = await judgeToken(tx, stationId, payload.idTag)
  return { idTagInfo: info }
}
