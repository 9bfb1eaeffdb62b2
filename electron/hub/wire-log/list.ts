import type { Id } from '../../../shared/domain/id/id.ts'
import type { OcppMessage } from '../../../shared/domain/ocpp-message/ocpp-message.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { containing, type Page, pageOf } from '../store/paging.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'

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
  let query = reads.query
    .selectFrom('ocppMessage')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
  if (filter.stationId) query = query.where('stationId', '=', filter.stationId)
  if (filter.chargePointId) query = query.where('chargePointId', '=', filter.chargePointId)
  if (filter.action) query = query.where('action', '=', filter.action)
  if (filter.direction) query = query.where('direction', '=', filter.direction)
  if (filter.trouble) query = query.where('outcome', 'not in', ['result', 'pending'])
  if (filter.from !== undefined) query = query.where('at', '>=', filter.from)
  if (filter.until !== undefined) query = query.where('at', '<', filter.until)
  if (filter.search) {
    const pattern = containing(filter.search)
    query = query.where((is) =>
      is.or([is('request', 'like', pattern), is('response', 'like', pattern)]),
    )
  }
  const before = Number(filter.after)
  if (filter.after && Number.isInteger(before)) query = query.where('id', '<', before)
  const rows = (await query.execute()).map((row) => decodeRow('ocppMessage', row))
  return pageOf(rows, filter.limit, ({ id }) => String(id))
}
