import {
  addRow,
  type DeferrableTable,
  type DeferredRows,
  deferrable,
  deferrableTables,
  type FigureTable,
} from './deferrable.ts'
import { lineOf, noRows, rowsOf } from './deferred-line.ts'
import type { Sqlite } from './sqlite.ts'
import type { SqlValue } from './tables.ts'

/** How long rows wait before they are put in their place, unless very many do; the longer, the fewer pages change. */
export const DEFER_MS = 5_000
const MOST_WAITING = 120_000

/** Rows placed in one commit, so that no answer waits long for it; more when many wait. */
const SLICE = 500
const SLICES_WAITING = 60

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
  /** Defers a row of the running transaction. */
  add(table: DeferrableTable, row: object): void
  /** Writes down, within the running transaction, all that it has deferred; null when that is nothing. */
  write(): number | null
  /** What was written down as that line is on disk. */
  keep(line: number): void
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
  /** Tells which rows were just put in place, some of a table that begin alike; they may be told again. */
  whenPlaced(told: Placed): void
}

export type Placed = (table: DeferrableTable, rows: Readonly<DeferredRows>) => void

export interface Mark {
  readonly state: State
  /** How much the running transaction has deferred. */
  readonly added: readonly number[]
}

/** Buckets being placed, from `next` of the list on, and those that came since. */
interface State {
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
  let state: State = fresh()
  let added = noRows()
  let wake = (): void => undefined
  let told: Placed = () => undefined
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
    told(table, rows)
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
      placed += bucket.rows.length / deferrable[bucket.table].columns.length
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
    add: (table, row) => addRow(added[table], table, row),
    write() {
      if (deferrableTables.every((table) => added[table].length === 0)) return null
      return sqlite.run('insert into deferred (rows) values (?)', [lineOf(added)]).lastId
    },
    keep(line) {
      let { waiting } = state
      for (const table of deferrableTables)
        waiting += fill(state.coming.get(table), table, added[table])
      added = noRows()
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
    mark: () => ({ state, added: deferrableTables.map((table) => added[table].length) }),
    backTo(mark) {
      state = mark.state
      for (const [index, table] of deferrableTables.entries())
        added[table].length = mark.added[index] ?? 0
    },
    postpone() {
      state = { ...state, due: false }
      if (state.waiting > 0) wakeLater()
    },
    whenDue(callback) {
      wake = callback
    },
    whenPlaced(callback) {
      told = callback
    },
  }
  for (const { id, rows } of sqlite.all('select id, rows from deferred order by id', [])) {
    added = rowsOf(String(rows), sqlite)
    deferred.keep(Number(id))
  }
  if (state.waiting > 0) {
    sqlite.exec('begin immediate')
    deferred.placeAll()
    sqlite.exec('commit')
  }
  return deferred
}

/** Puts rows into the buckets of those that begin alike. @returns by how many more wait */
function fill(
  buckets: Map<SqlValue, DeferredRows> | undefined,
  table: DeferrableTable,
  rows: DeferredRows,
): number {
  const { columns, onlyLast } = deferrable[table]
  const width = columns.length
  let more = 0
  for (let at = 0; at < rows.length; at += width) {
    const first = rows[at] ?? null
    const known = buckets?.get(first)
    const bucket = known ?? []
    if (known === undefined) buckets?.set(first, bucket)
    else if (onlyLast) bucket.length = 0
    if (known === undefined || !onlyLast) more += 1
    for (let column = 0; column < width; column += 1) bucket.push(rows[at + column] ?? null)
  }
  return more
}

/** Whether a query reads a table whose rows may not be in their place yet. */
export function asksDeferrable(sqlText: string): boolean {
  return deferrableTables.some((table) => sqlText.includes(`"${table}"`))
}

function fresh(): State {
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
