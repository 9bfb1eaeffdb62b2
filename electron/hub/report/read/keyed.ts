import type { Stretch } from '../../../../shared/domain/report/period.ts'
import type { Sqlite } from '../../store/sqlite.ts'
import type { SqlValue } from '../../store/tables.ts'

/** Where a row lies: reports are read in order of time, and of what comes at once by its key. */
export interface RowKey {
  readonly at: number
  readonly id: number | string
}

/** A slice of what is reported, in order. */
export interface FactsSlice<Facts> {
  readonly facts: readonly Facts[]
  /** Where each of them lies; as many. */
  readonly keys: readonly RowKey[]
  /** Where the slice ends; null when there is no more. */
  readonly last: RowKey | null
  /** How many things were looked at, those that weren't asked for included. */
  readonly scanned: number
}

/** What a kind's rows are made of, read slice by slice; nothing is kept between two. */
export interface FactSource<Facts> {
  slice(after: RowKey | null, limit: number): FactsSlice<Facts>
  /** About how many there are. */
  count(): number
}

/** Before every row of a stretch: `(at, id) > (?, ?)` finds all from its first instant on. */
export function beforeAll({ fromAt }: Stretch, id: RowKey['id']): RowKey {
  return { at: fromAt - 1, id }
}

/** The bounds of a slice, in the order in which the statements ask for them: until, after, its key, how many. */
export function boundsOf({ untilAt }: Stretch, after: RowKey, limit: number): SqlValue[] {
  return [untilAt, after.at, after.id, limit]
}

/**
 * About how many entries of some kinds a stretch has: all are counted, which takes an index alone, and of the first it
 * is looked how many are of these kinds.
 */
export function aboutEntries(sqlite: Sqlite, { fromAt, untilAt }: Stretch, kinds: string): number {
  const [row] = sqlite.all(
    `select (select count(*) from ledgerEntry where at >= ?1 and at < ?2) as entries,
      (select avg(kind in ${kinds}) from (select kind from ledgerEntry where at >= ?1 and at < ?2 order by at limit 2000))
        as share`,
    [fromAt, untilAt],
  )
  return Math.round(Number(row?.['entries'] ?? 0) * Number(row?.['share'] ?? 0))
}

/** A slice of what was read: the last row says where it ends, a short one that there is no more. */
export function sliceOf<Row extends { readonly at: number; readonly key: number | string }, Facts>(
  rows: readonly Row[],
  limit: number,
  factsOf: (row: Row) => Facts | null,
): FactsSlice<Facts> {
  const facts: Facts[] = []
  const keys: RowKey[] = []
  for (const row of rows) {
    const made = factsOf(row)
    if (made === null) continue
    facts.push(made)
    keys.push({ at: row.at, id: row.key })
  }
  const end = rows.length < limit ? undefined : rows.at(-1)
  const last = end === undefined ? null : { at: end.at, id: end.key }
  return { facts, keys, last, scanned: rows.length }
}

export function cursorOf({ at, id }: RowKey): string {
  return `${at}~${id}`
}

/** The key that a cursor names; null for none, and for what is no cursor. */
export function keyOf(cursor: string | undefined, idIs: 'number' | 'text'): RowKey | null {
  const [, at, id] = /^(-?\d{1,16})~(.{1,200})$/s.exec(cursor ?? '') ?? []
  if (at === undefined || id === undefined) return null
  return { at: Number(at), id: idIs === 'number' ? Number(id) : id }
}
