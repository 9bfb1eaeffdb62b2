import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { LedgerQuery } from '../../../shared/contract/ledger.ts'
import type { LedgerEntry } from '../../../shared/domain/ledger/entry.ts'
import { type Page, pageOf } from '../store/paging.ts'
import type { Reads } from '../store/reads.ts'
import { entriesWith } from './read-entries.ts'

/** Entries that are looked at before others get their turn. */
const BATCH = 500

/** What an entry can be about, and has an index for. */
const subjects = ['billId', 'paymentId', 'payoutId', 'disputeId'] as const

/** Ids of entries, both included. */
interface Bounds {
  readonly first: number
  readonly last: number
}

/** Entries that fit the question, the newest first. A search finds all its words, or how words begin. */
export async function listEntries(reads: Reads, asked: LedgerQuery): Promise<Page<LedgerEntry>> {
  const found: number[] = []
  const words = asked.search === undefined ? undefined : wordsOf(asked.search)
  if (words === null) return { rows: [], next: null }
  const most = Math.max(BATCH, asked.limit + 1)
  const bounds = await boundsOf(reads, asked)
  for (let { last } = bounds; found.length <= asked.limit;) {
    const candidates = await candidatesOf(reads, asked, words, { ...bounds, last }, most)
    found.push(...(await fitting(reads, asked, words, candidates)))
    const lowest = candidates.at(-1)
    if (candidates.length < most || lowest === undefined) break
    last = lowest - 1
    await setImmediate()
  }
  const { rows: ids, next } = pageOf(found, asked.limit, String)
  return { rows: await entriesWith(reads, ids), next }
}

/**
 * Where to look: before the last page, and within the period. Ids tell the order of entering, and the clock may have
 * been put back meanwhile, so not all between are of the period.
 */
async function boundsOf(
  reads: Reads,
  { after, from, until }: Pick<LedgerQuery, 'after' | 'from' | 'until'>,
): Promise<Bounds> {
  const last = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after) - 1
  if (from === undefined && until === undefined) return { first: 1, last }
  let query = reads.query
    .selectFrom('ledgerEntry')
    .select(({ fn }) => [
      fn.min<number | null>('id').as('first'),
      fn.max<number | null>('id').as('last'),
    ])
  if (from !== undefined) query = query.where('at', '>=', from)
  if (until !== undefined) query = query.where('at', '<', until)
  const found = await query.executeTakeFirst()
  return { first: found?.first ?? 1, last: Math.min(last, found?.last ?? 0) }
}

/** What narrows most: one subject, the words, the account, or else the entries themselves. */
function driverOf(asked: LedgerQuery, words: string | undefined): 'entries' | 'words' | 'account' {
  if (subjects.some((subject) => asked[subject] !== undefined)) return 'entries'
  if (words !== undefined) return 'words'
  return asked.account === undefined ? 'entries' : 'account'
}

/** The newest ids within the bounds by what narrows most. */
async function candidatesOf(
  { query }: Reads,
  asked: LedgerQuery,
  words: string | undefined,
  { first, last }: Bounds,
  limit: number,
): Promise<number[]> {
  switch (driverOf(asked, words)) {
    case 'words': {
      const rows = await query
        .selectFrom(sql<{ rowid: number }>`ledgerText(${words})`.as('found'))
        .select('rowid')
        .where('rowid', '>=', first)
        .where('rowid', '<=', last)
        .orderBy('rowid', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ rowid }) => rowid)
    }
    case 'account': {
      const rows = await query
        .selectFrom('ledgerLine')
        .select('entryId')
        .distinct()
        .where('account', '=', asked.account ?? 'bank')
        .where('entryId', '>=', first)
        .where('entryId', '<=', last)
        .orderBy('entryId', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ entryId }) => entryId)
    }
    case 'entries': {
      let entries = query
        .selectFrom('ledgerEntry')
        .select('id')
        .where('id', '>=', first)
        .where('id', '<=', last)
        .orderBy('id', 'desc')
        .limit(limit)
      for (const column of [...subjects, 'kind'] as const)
        if (asked[column] !== undefined) entries = entries.where(column, '=', asked[column])
      return (await entries.execute()).map(({ id }) => id)
    }
  }
}

/** Those of the candidates that the rest of the question fits. */
async function fitting(
  reads: Reads,
  asked: LedgerQuery,
  words: string | undefined,
  candidates: readonly number[],
): Promise<readonly number[]> {
  const { kind, from, until, account } = asked
  const driver = driverOf(asked, words)
  const hasKind = kind !== undefined && driver !== 'entries'
  const hasAccount = account !== undefined && driver !== 'account'
  const hasWords = words !== undefined && driver !== 'words'
  const hasPeriod = from !== undefined || until !== undefined
  if (candidates.length === 0 || !(hasKind || hasAccount || hasWords || hasPeriod))
    return candidates
  let query = reads.query
    .selectFrom('ledgerEntry')
    .select('id')
    .where('id', 'in', candidates)
    .orderBy('id', 'desc')
  if (hasKind) query = query.where('kind', '=', kind)
  if (from !== undefined) query = query.where('at', '>=', from)
  if (until !== undefined) query = query.where('at', '<', until)
  if (hasAccount)
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('ledgerLine')
          .select('entryId')
          .where('account', '=', account)
          .whereRef('entryId', '=', 'ledgerEntry.id'),
      ),
    )
  if (hasWords)
    query = query.where(
      sql<boolean>`exists (select 1 from ledgerText(${words}) as t where t.rowid = ledgerEntry.id)`,
    )
  return (await query.execute()).map(({ id }) => id)
}

/** A search as FTS5 reads it (sqlite.org/fts5.html §3): each word, or how it begins. Null where there is no word in it. */
function wordsOf(search: string): string | null {
  const words = search.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ')
}
