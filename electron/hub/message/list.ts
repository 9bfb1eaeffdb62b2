import type { Id } from '../../../shared/domain/id/id.ts'
import type { Message, MessageState } from '../../../shared/domain/message/message.ts'
import { behind, type Page, pageOf, readCursor } from '../store/paging.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'

export interface MessageQuery {
  readonly visitId?: Id | undefined
  readonly state?: MessageState | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** What drivers were told, the latest first. */
export async function listMessages(
  { query }: Reads,
  { visitId, state, after, limit }: MessageQuery,
): Promise<Page<Message>> {
  let asked = query.selectFrom('message').selectAll()
  if (visitId !== undefined) asked = asked.where('visitId', '=', visitId)
  if (state !== undefined) asked = asked.where('state', '=', state)
  const place = readCursor(after)
  if (place !== undefined)
    asked = asked.where((is) => behind(is, place, '<', 'message.createdAt', 'message.id'))
  const found = await asked
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const rows = found.map((row) => decodeRow('message', row))
  return pageOf(rows, limit, ({ createdAt, id }) => `${createdAt}~${id}`)
}

/** An address or a phone of which enough is left to tell it from another, for who may not attend to drivers. */
export function masked(to: string): string {
  const at = to.indexOf('@')
  if (at > 0) return `${to.slice(0, 1)}•••${to.slice(at)}`
  return `•••${to.replaceAll(/\D/g, '').slice(-2)}`
}
