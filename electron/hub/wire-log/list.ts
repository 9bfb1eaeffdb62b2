import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { OcppMessage } from '../../../shared/domain/ocpp-message/ocpp-message.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { containing, type Page, pageOf } from '../store/paging.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow, type Stored, type StoredTables } from '../store/tables.ts'

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
  const stored =
    stationId === undefined
      ? await linesOf(reads, filter)
          .where('id', '<', before)
          .limit(limit + 1)
          .execute()
      : await linesOfStation(reads, { ...filter, stationId }, before)
  const rows = stored.map((row) => decodeRow('ocppMessage', row))
  return pageOf(rows, limit, ({ id }) => String(id))
}

function linesOf(reads: Reads, filter: WireLogFilter) {
  return reads.query
    .selectFrom('ocppMessage')
    .selectAll()
    .where((is) => fits(is, filter))
    .orderBy('id', 'desc')
}

/** How many of a station's lines are looked at in one query. */
const LINES_AT_ONCE = 500

/** One more than the page holds, if there are. */
async function linesOfStation(
  reads: Reads,
  filter: WireLogFilter & { stationId: Id },
  before: number,
): Promise<Stored<'ocppMessage'>[]> {
  const found: Stored<'ocppMessage'>[] = []
  for (let end = before; found.length <= filter.limit;) {
    const ids = await idsOfStation(reads, filter.stationId, end)
    const oldest = ids[0]
    if (oldest === undefined) break
    const wanted = filter.limit + 1 - found.length
    found.push(...(await linesOf(reads, filter).where('id', 'in', ids).limit(wanted).execute()))
    end = oldest
  }
  return found
}

/** The station's latest lines before that one, in order; empty when there are none. */
async function idsOfStation(reads: Reads, stationId: Id, before: number): Promise<number[]> {
  const whiles = await reads.query
    .selectFrom('ocppMessageOfStation')
    .selectAll()
    .where('stationId', '=', stationId)
    .where('firstMessageId', '<', before)
    .orderBy('firstMessageId', 'desc')
    .limit(LINES_AT_ONCE)
    .execute()
  let ids: number[] = []
  for (const row of whiles) {
    const { messageIds } = decodeRow('ocppMessageOfStation', row)
    ids = [...messageIds.filter((id) => id < before), ...ids]
    if (ids.length >= LINES_AT_ONCE) break
  }
  return ids
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
