import type { Id } from '../../../shared/domain/id/id.ts'
import type { Shift } from '../../../shared/domain/till/shift.ts'
import type { ZReport } from '../../../shared/domain/till/z-report.ts'
import { type Page, pageOf } from '../store/paging.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'

interface Asked {
  readonly after?: string | undefined
  readonly limit: number
}

/** The shifts of a till, the newest first. */
export async function listShifts(
  { query }: Reads,
  { id, after, limit }: Asked & { readonly id: Id },
): Promise<Page<Shift>> {
  let asked = query.selectFrom('shift').selectAll().where('tillId', '=', id)
  if (after !== undefined) asked = asked.where('number', '<', Number(after))
  const rows = await asked
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(
    rows.map((row) => decodeRow('shift', row)),
    limit,
    ({ number }) => String(number),
  )
}

/** Z reports, of one till or of all, the newest first. */
export async function listZReports(
  { query }: Reads,
  { tillId, after, limit }: Asked & { readonly tillId?: Id | undefined },
): Promise<Page<ZReport>> {
  let asked = query.selectFrom('zReport').selectAll()
  if (tillId !== undefined) asked = asked.where('tillId', '=', tillId)
  if (after !== undefined) asked = asked.where('number', '<', Number(after))
  const rows = await asked
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(
    rows.map((row) => decodeRow('zReport', row)),
    limit,
    ({ number }) => String(number),
  )
}
