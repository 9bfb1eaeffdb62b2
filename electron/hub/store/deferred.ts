import {
  type DeferrableTable,
  type DeferredRows,
  deferrable,
  deferrableTables,
  type FigureTable,
} from './deferrable.ts'
import type { Sqlite } from './sqlite.ts'
import type { SqlValue } from './tables.ts'

/** Rows by table. */
export type RowsByTable = { [T in DeferrableTable]: DeferredRows }

/** How long rows wait before they are put in their place, unless very many do; the longer, the fewer pages change. */
export const DEFER_MS = 5_000
const MOST_WAITING = 40_000

/** Rows placed in one commit, so that no answer waits long for it; more when many wait. */
const SLICE = 500
const SLICES_WAITING = 20

/**
 * Rows that are on disk and not in their tables yet. What the units of a commit defer is kept as one line of the
 * table `deferred`, written in order of coming; later the rows of many commits are placed together, station by
 * station. Who opens a database places what the hub before it left.
 */
export interface Deferred {
  /** Rows that wait for their place. */
  readonly waiting: number
  /** Whether some have waited long enough: `placeSome` in the next transaction, until it isn't so any more. */
  readonly due: boolean
  /** Whether the row's figures wait for their place, so that its table doesn't tell them. */
  holds(table: FigureTable, rowId: string): boolean
  /** Writes the rows down within the running transaction. Call `keep` when that is on disk. */
  write(rows: RowsByTable): number
  /** The rows are on disk. */
  keep(rows: RowsByTable, line: number): void
  /** Places some rows within the running transaction. */
  placeSome(): void
  /** Places all rows within the running transaction. */
  placeAll(): void
  /** Where it stands, to go back to when the transaction, or the unit, is rolled back. */
  mark(): Mark
  backTo(mark: Mark): void
  /** Nothing is due for now. */
  postpone(): void
  /** Calls back whenever rows become due. */
  whenDue(wake: () => void): void
}

/** Buckets being placed, from `next` of the list on, and those that came since. */
export interface Mark {
  readonly placing: Buckets
  readonly batch: readonly Bucket[]
  readonly next: number
  readonly waiting: number
  readonly due: boolean
  /** The newest line whose rows are all in the batch. */
  readonly batchLine: number
  readonly coming: Buckets
  readonly newestLine: number
}

type Bucket = { readonly table: DeferrableTable; readonly rows: DeferredRows }
type Buckets = ReadonlyMap<DeferrableTable, Map<SqlValue, DeferredRows>>

/** @param sqlite the writing connection; what an earlier run left in the table `deferred` is placed at once. */
export function deferredOn(sqlite: Sqlite): Deferred {
  let state: Mark = fresh()
  let wake = (): void => undefined
  let timer: NodeJS.Timeout | undefined

  const wakeLater = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      state = { ...state, due: state.waiting > 0 }
      if (state.due) wake()
    }, DEFER_MS).unref()
  }

  const place = (table: DeferrableTable, rows: DeferredRows): void => {
    for (const row of deferrable[table].pack(rows)) sqlite.run(deferrable[table].place, row)
  }

  const nextBatch = (): void => {
    const batch: Bucket[] = []
    for (const [table, buckets] of state.coming) {
      const ordered = [...buckets].sort(([one], [other]) => (String(one) < String(other) ? -1 : 1))
      for (const [, rows] of ordered) batch.push({ table, rows })
    }
    const { coming, waiting, due, newestLine } = state
    state = { ...fresh(), placing: coming, batch, waiting, due, batchLine: newestLine, newestLine }
  }

  /** Places buckets until so many rows are placed or the batch is. */
  const placeFromBatch = (most: number): void => {
    let placed = 0
    let { next } = state
    for (; next < state.batch.length && placed < most; next += 1) {
      const bucket = state.batch[next]
      if (bucket === undefined) break
      place(bucket.table, bucket.rows)
      placed += bucket.rows.length
    }
    state = { ...state, next, waiting: state.waiting - placed }
    if (next < state.batch.length) return
    sqlite.run('delete from deferred where id <= ?', [state.batchLine])
    state = { ...state, placing: new Map(), batch: [], next: 0, due: false }
    if (state.waiting > 0) wakeLater()
  }

  const deferred: Deferred = {
    get waiting() {
      return state.waiting
    },
    get due() {
      return state.due
    },
    holds: (table, rowId) =>
      [state.coming, state.placing].some((buckets) => buckets.get(table)?.has(rowId) ?? false),
    write: (rows) => sqlite.run('insert into deferred (rows) values (?)', [textOf(rows)]).lastId,
    keep(rows, line) {
      let added = 0
      for (const table of deferrableTables) {
        const buckets = state.coming.get(table)
        for (const row of rows[table]) {
          const first = row[0] ?? null
          const bucket = buckets?.get(first)
          if (bucket === undefined) buckets?.set(first, [row])
          else if (deferrable[table].onlyLast) bucket[0] = row
          else bucket.push(row)
          if (bucket === undefined || !deferrable[table].onlyLast) added += 1
        }
      }
      const waiting = state.waiting + added
      state = { ...state, waiting, due: state.due || waiting > MOST_WAITING, newestLine: line }
      wakeLater()
    },
    placeSome() {
      if (state.batch.length === 0) nextBatch()
      placeFromBatch(Math.max(SLICE, state.waiting / SLICES_WAITING))
    },
    placeAll() {
      placeFromBatch(Infinity)
      nextBatch()
      placeFromBatch(Infinity)
    },
    mark: () => state,
    backTo(mark) {
      state = mark
    },
    postpone() {
      state = { ...state, due: false }
      if (state.waiting > 0) wakeLater()
    },
    whenDue(callback) {
      wake = callback
    },
  }
  for (const { id, rows } of sqlite.all('select id, rows from deferred order by id', [])) {
    deferred.keep(rowsIn(String(rows), sqlite), Number(id))
  }
  if (state.waiting > 0) {
    sqlite.exec('begin immediate')
    deferred.placeAll()
    sqlite.exec('commit')
  }
  return deferred
}

/** What a line of the table `deferred` says: rows, and where to find those that another table tells too. */
type Line = RowsByTable & { elsewhere: { [T in DeferrableTable]?: SqlValue[] } }

function textOf(rows: RowsByTable): string {
  const line: Line = { ...rows, elsewhere: {} }
  for (const table of deferrableTables) {
    const { elsewhere } = deferrable[table]
    if (elsewhere === undefined || rows[table].length === 0) continue
    line.elsewhere[table] = elsewhere.where(rows[table])
    line[table] = []
  }
  return JSON.stringify(line)
}

function rowsIn(text: string, sqlite: Sqlite): RowsByTable {
  const { elsewhere: places = {}, ...rows } = JSON.parse(text) as Partial<Line> & RowsByTable // written by `textOf`
  for (const table of deferrableTables) {
    const { elsewhere } = deferrable[table]
    const where = places[table]
    if (elsewhere === undefined || where === undefined) continue
    const found = sqlite.all(elsewhere.query, where)
    rows[table] = found.map((row) => Object.values(row) as SqlValue[]) // texts and numbers, as they were deferred
  }
  return rows
}

/** The rows of several units as one; null when there are none. */
export function joined(parts: readonly (RowsByTable | null)[]): RowsByTable | null {
  const all = noRows()
  let any = false
  for (const rows of parts) {
    if (rows === null) continue
    any = true
    for (const table of deferrableTables) all[table].push(...rows[table])
  }
  return any ? all : null
}

/** Whether a query reads a table whose rows may not be in their place yet. */
export function asksDeferrable(sqlText: string): boolean {
  return deferrableTables.some((table) => sqlText.includes(`"${table}"`))
}

/** No rows of any table. */
export function noRows(): RowsByTable {
  return { meterSample: [], ocppMessageOfStation: [], connector: [], transaction: [] }
}

function fresh(): Mark {
  const coming = new Map(deferrableTables.map((table) => [table, new Map()]))
  return {
    placing: new Map(),
    batch: [],
    next: 0,
    waiting: 0,
    due: false,
    batchLine: 0,
    coming,
    newestLine: 0,
  }
}
