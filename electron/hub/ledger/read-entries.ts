import { setImmediate } from 'node:timers/promises'
import type { LedgerEntry } from '../../../shared/domain/ledger/entry.ts'
import type { Reads } from '../store/reads.ts'
import type { LedgerEntryRow, LedgerLineRow } from '../store/money-rows.ts'
import type { Period } from './slices.ts'

/** Entries that are read at once: some milliseconds. */
const SLICE = 500

/** An entry as it lies in its tables. */
export interface StoredEntry {
  readonly entry: LedgerEntry
  /** Whether its lines are numbered from 1 without a gap, as they were entered. */
  readonly inOrder: boolean
}

/** The entries that follow `afterId`, in order of their ids. */
export async function entriesAfter(
  reads: Reads,
  afterId: number,
  limit: number,
): Promise<StoredEntry[]> {
  const rows = await reads.query
    .selectFrom('ledgerEntry')
    .selectAll()
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute()
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return []
  const lines = await reads.query
    .selectFrom('ledgerLine')
    .selectAll()
    .where('entryId', '>=', first.id)
    .where('entryId', '<=', last.id)
    .orderBy('entryId')
    .orderBy('place')
    .execute()
  return together(rows, lines)
}

/** The entries with these ids, in their order. */
export async function entriesWith(reads: Reads, ids: readonly number[]): Promise<LedgerEntry[]> {
  if (ids.length === 0) return []
  const rows = await reads.query
    .selectFrom('ledgerEntry')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  const lines = await reads.query
    .selectFrom('ledgerLine')
    .selectAll()
    .where('entryId', 'in', ids)
    .orderBy('entryId')
    .orderBy('place')
    .execute()
  const byId = new Map(together(rows, lines).map(({ entry }) => [entry.id, entry]))
  return ids.flatMap((entryId) => byId.get(entryId) ?? [])
}

/** Entries of a period in the order of their instants, some at a time, so that others get their turn in between. */
export async function* entriesOver(
  reads: Reads,
  { from = 0, until = Number.MAX_SAFE_INTEGER }: Period,
): AsyncGenerator<LedgerEntry[], void, void> {
  for (let after = { at: from, id: 0 }; ;) {
    const { at, id } = after
    const rows = await reads.query
      .selectFrom('ledgerEntry')
      .selectAll()
      .where(({ eb, refTuple, tuple }) => eb(refTuple('at', 'id'), '>', tuple(at, id)))
      .where('at', '<', until)
      .orderBy('at')
      .orderBy('id')
      .limit(SLICE)
      .execute()
    const last = rows.at(-1)
    if (last === undefined) return
    after = last
    yield await withLines(reads, rows)
    await setImmediate()
  }
}

/** Entries in the order of their instants with their lines: mostly they follow each other by their ids too. */
async function withLines(reads: Reads, rows: readonly LedgerEntryRow[]): Promise<LedgerEntry[]> {
  const byId = rows.toSorted((one, other) => one.id - other.id)
  const [first, last] = [byId[0], byId.at(-1)]
  if (first === undefined || last === undefined) return []
  if (last.id - first.id !== rows.length - 1) {
    const entries = await entriesWith(
      reads,
      byId.map((row) => row.id),
    )
    return entries.sort((one, other) => one.at - other.at || one.id - other.id)
  }
  const lines = await reads.query
    .selectFrom('ledgerLine')
    .selectAll()
    .where('entryId', '>=', first.id)
    .where('entryId', '<=', last.id)
    .orderBy('entryId')
    .orderBy('place')
    .execute()
  const entries = together(byId, lines).map(({ entry }) => entry)
  return entries.sort((one, other) => one.at - other.at || one.id - other.id)
}

/** Entries with their lines, both in order of the entries' ids. */
function together(rows: readonly LedgerEntryRow[], lines: readonly LedgerLineRow[]): StoredEntry[] {
  let at = 0
  return rows.map((row) => {
    const own: LedgerEntry['lines'] = []
    let inOrder = true
    for (let line = lines[at]; line !== undefined && line.entryId <= row.id; line = lines[++at]) {
      const { account, amountMinor, currency } = line
      own.push({ account, amountMinor, currency })
      if (line.entryId !== row.id || line.place !== own.length) inOrder = false
    }
    const { hash, ...told } = row
    return { entry: { ...told, lines: own, hash }, inOrder }
  })
}
