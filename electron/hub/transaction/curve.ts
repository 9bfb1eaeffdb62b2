import type { CurvePoint } from '../../../shared/contract/transaction.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { behind, type Page, pageOf, readCursor } from '../store/paging.ts'
import type { Reads } from '../store/reads.ts'
import type { MeterSample } from '../store/load-rows.ts'
import { decodeRow } from '../store/tables.ts'

/** A transaction's meter curve, evenly thinned to at most `points`; each point keeps the last reading of its stretch. */
export async function transactionCurve(
  reads: Reads,
  { id, stationId, connectorId }: Transaction,
  points: number,
): Promise<CurvePoint[]> {
  const rows = await reads.query
    .selectFrom('meterSample')
    .select(['measuredAt as at', 'powerW', 'energyWh', 'socPct'])
    .where('stationId', '=', stationId)
    .where('connectorId', '=', connectorId)
    .where('transactionId', '=', id)
    .orderBy('measuredAt')
    .execute()
  return thin(rows, points)
}

/** A station's power over a stretch of time, per connector. */
export async function stationCurve(
  reads: Reads,
  stationId: Id,
  from: Instant,
  until: Instant,
  points: number,
): Promise<{ connectorId: number; points: CurvePoint[] }[]> {
  const connectors = (await reads.find('connector', { stationId }))
    .map(({ connectorId }) => connectorId)
    .sort((a, b) => a - b)
  return Promise.all(
    connectors.map(async (connectorId) => {
      const rows = await reads.query
        .selectFrom('meterSample')
        .select(['measuredAt as at', 'powerW', 'energyWh', 'socPct'])
        .where('stationId', '=', stationId)
        .where('connectorId', '=', connectorId)
        .where('measuredAt', '>=', from)
        .where('measuredAt', '<', until)
        .orderBy('measuredAt')
        .execute()
      return { connectorId, points: thin(rows, points) }
    }),
  )
}

/** At most `most` of the points: the first, the last, and the greatest power of each stretch between. */
export function thin(points: CurvePoint[], most: number): CurvePoint[] {
  const first = points[0]
  const last = points.at(-1)
  if (points.length <= most || !first || !last) return points
  const stretch = (last.at - first.at) / Math.max(1, most - 2)
  const kept = [first]
  let best: CurvePoint | undefined
  let bucket = 0
  for (const point of points.slice(1, -1)) {
    const here = Math.floor((point.at - first.at) / stretch)
    if (best && here !== bucket) {
      kept.push(best)
      best = undefined
    }
    bucket = here
    if (!best || (point.powerW ?? -1) > (best.powerW ?? -1)) best = point
  }
  if (best) kept.push(best)
  kept.push(last)
  return kept
}

/** A transaction's readings as they were normalised, oldest first. */
export async function transactionReadings(
  reads: Reads,
  { id, stationId, connectorId }: Transaction,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Page<MeterSample>> {
  let query = reads.query
    .selectFrom('meterSample')
    .selectAll()
    .where('stationId', '=', stationId)
    .where('connectorId', '=', connectorId)
    .where('transactionId', '=', id)
    .orderBy('measuredAt')
    .orderBy('context')
    .limit(limit + 1)
  const place = readCursor(after)
  if (place) query = query.where((is) => behind(is, place, '>', 'measuredAt', 'context'))
  const rows = (await query.execute()).map((row) => decodeRow('meterSample', row))
  return pageOf(rows, limit, (row) => `${row.measuredAt}~${row.context}`)
}
