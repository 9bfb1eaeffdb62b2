import { openVisits, type Visit } from '../../../shared/domain/visit/visit.ts'
import { behind, type Page, pageOf, readCursor } from '../store/paging.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'

export interface VisitQuery {
  readonly isOpen?: boolean | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Visits, the latest first. */
export async function listVisits(
  { query }: Reads,
  { isOpen, after, limit }: VisitQuery,
): Promise<Page<Visit>> {
  let asked = query.selectFrom('visit').selectAll()
  if (isOpen !== undefined) asked = asked.where('state', 'in', isOpen ? [...openVisits] : ['over'])
  const place = readCursor(after)
  if (place !== undefined)
    asked = asked.where((is) => behind(is, place, '<', 'visit.createdAt', 'visit.id'))
  const found = await asked
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const rows = found.map((row) => decodeRow('visit', row))
  return pageOf(rows, limit, ({ createdAt, id }) => `${createdAt}~${id}`)
}
