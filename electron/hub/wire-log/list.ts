import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { OcppMessage } from '../../../shared/domain/ocpp-message/ocpp-message.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { containing, type Page, pageOf } from '../store/paging.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow, type StoredTables } from '../store/tables.ts'

export interface WireLogFilter {
  stationId?: Id | undefined
  chargePointId?: string | undefined
  action?: string | undefined
  direction?: 'in' | 'out' | undefined
  trouble?: boolean | undefined
  search?: string | undefined
  from?: Instant | undefined
  until?: Instant | undefined
  after?: string | undefined
  limit: number
}

/** Exchanges that fit the filter, newest first. */
export async function listWireLog(reads: Reads, filter: WireLogFilter): Promise<Page<OcppMessage>> {
  const { stationId, limit } = filter
  const before = /^\d+$/.test(filter.after ?? '') ? Number(filter.after) : Number.MAX_SAFE_INTEGER
  const lines =
    stationId === undefined
      ? reads.query
          .selectFrom('ocppMessage')
          .selectAll('ocppMessage')
          .where('id', '<', before)
          .where((is) => fits(is, filter))
          .orderBy('id', 'desc')
      : reads.query
          .selectFrom('ocppMessageOfStation as own')
          .innerJoin('ocppMessage', 'ocppMessage.id', 'own.messageId')
          .selectAll('ocppMessage')
          .where('own.stationId', '=', stationId)
          .where('own.messageId', '<', before)
          .where((is) => fits(is, filter))
          .orderBy('own.messageId', 'desc')
  const stored = await lines.limit(limit + 1).execute()
  const rows = stored.map((row) => decodeRow('ocppMessage', row))
  return pageOf(rows, limit, ({ id }) => String(id))
}

function fits(
  is: ExpressionBuilder<StoredTables, 'ocppMessage'>,
  { chargePointId, action, direction, trouble, search, from, until }: WireLogFilter,
): ExpressionWrapper<StoredTables, 'ocppMessage', SqlBool> {
  const conditions: ExpressionWrapper<StoredTables, 'ocppMessage', SqlBool>[] = []
  if (chargePointId) conditions.push(is('ocppMessage.chargePointId', '=', chargePointId))
  if (action) conditions.push(is('ocppMessage.action', '=', action))
  if (direction) conditions.push(is('ocppMessage.direction', '=', direction))
  if (trouble) conditions.push(is('ocppMessage.outcome', 'not in', ['result', 'pending']))
  if (from !== undefined) conditions.push(is('ocppMessage.at', '>=', from))
  if (until !== undefined) conditions.push(is('ocppMessage.at', '<', until))
  if (search) {
    const pattern = containing(search)
    const inText = (column: 'request' | 'response') => is(`ocppMessage.${column}`, 'like', pattern)
    conditions.push(is.or([inText('request'), inText('response')]))
  }
  return is.and(conditions)
}
