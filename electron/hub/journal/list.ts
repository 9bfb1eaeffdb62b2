import type { JournalEntry } from '../../../shared/domain/journal/journal.ts'
import { type Page, pageOf } from '../store/paging.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'

/** Journal lines that fit the filter, newest first. */
export async function listJournal(
  reads: Reads,
  filter: {
    noun?: string | undefined
    nounId?: string | undefined
    after?: string | undefined
    limit: number
  },
): Promise<Page<JournalEntry>> {
  let query = reads.query
    .selectFrom('journal')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
  if (filter.noun) query = query.where('noun', '=', filter.noun)
  if (filter.nounId) query = query.where('nounId', '=', filter.nounId)
  const before = Number(filter.after)
  if (filter.after && Number.isInteger(before)) query = query.where('id', '<', before)
  const rows = (await query.execute()).map((row) => decodeRow('journal', row))
  return pageOf(rows, filter.limit, ({ id }) => String(id))
}
