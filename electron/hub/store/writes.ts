import type { Kysely } from 'kysely'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Reads } from './reads.ts'
import { type DeferrableTable, deferredRow } from './deferrable.ts'
import { type Deferred, noRows, type RowsByTable } from './deferred.ts'
import type { RowCache } from './row-cache.ts'
import type { Sqlite } from './sqlite.ts'
import {
  decodeRow,
  encodeColumn,
  type Keyed,
  type NewRow,
  type Rows,
  type SqlValue,
  type StoredTables,
  type Table,
} from './tables.ts'

/** What a unit of work writes through. It is good until the unit returns. */
export interface Writes extends Reads {
  /** When the unit began, by the hub's clock. */
  readonly now: Instant
  newId(): Id
  /**
   * The row with these values, of which there can be only one. Once found it is found again without asking the
   * database, as long as it still has them.
   */
  one<T extends Keyed>(table: T, unique: Partial<Rows[T]>): Promise<Rows[T] | undefined>
  /** Adds a row; `ignored` when one with the same unique content is there already. Returns its number for numbered tables. */
  insert<T extends Table>(table: T, row: NewRow<T>): Promise<number>
  insertOrIgnore<T extends Table>(table: T, row: NewRow<T>): Promise<boolean>
  /**
   * Adds a row that is on disk with the unit and in its table a moment later; whoever asks the table meanwhile finds
   * it there all the same. What there is already under its key stays, or takes it in, see `deferrable.ts`.
   */
  defer<T extends DeferrableTable>(table: T, row: Rows[T]): void
  /** Puts all that was deferred by earlier units in its place, for a unit that changes such rows. */
  placeDeferred(): void
  /**
   * Changes the named columns of the row with that id and returns the whole row; undefined when there is none.
   * A column given as undefined stays as it is.
   */
  update<T extends Keyed>(
    table: T,
    rowId: Rows[T]['id'],
    patch: Patch<T>,
  ): Promise<Rows[T] | undefined>
  /**
   * Changes a row that this unit has read and returns it whole. Hot paths' way: nothing is read again, so the row
   * must be as the unit last saw it.
   */
  change<T extends Keyed>(table: T, row: Rows[T], patch: Patch<T>): Promise<Rows[T]>
  remove<T extends Keyed>(table: T, rowId: Rows[T]['id']): Promise<boolean>
  /** Writes a line in the journal under the unit's actor. */
  journal(entry: JournalLine): Promise<void>
  /** Something to do once the unit is on disk; never when it fails. It must not throw. */
  afterCommit(effect: () => void): void
  /** Hot paths' own SQL, prepared once: rows as stored. It mustn't write to a table that the row cache keeps. */
  sql(statement: string, parameters: readonly SqlValue[]): Record<string, unknown>[]
}

export type Patch<T extends Keyed> = { [C in keyof Rows[T]]?: Rows[T][C] | undefined }

export type JournalLine = Pick<JournalEntry, 'act' | 'noun' | 'nounId'> &
  Partial<Pick<JournalEntry, 'reason' | 'before' | 'after'>>

/** A row that a unit changed: whole as it now is, or null when it is gone. */
export interface RowChange {
  table: Table
  id: string
  row: unknown
}

/** What a unit left to be done once it is on disk. */
export interface UnitTrace {
  changes: RowChange[]
  deferred: RowsByTable | null
  effects: (() => void)[]
}

export interface WritesParts {
  sqlite: Sqlite
  reads: Reads
  now: Instant
  actor: string
  newId: () => Id
  trace: UnitTrace
  statements: StatementTexts
  cache: RowCache
  deferred: Deferred
}

/** SQL texts by table and columns, each compiled once by Kysely. */
export interface StatementTexts {
  insert(table: Table, columns: readonly string[], orIgnore: boolean): string
  update(table: Keyed, columns: readonly string[], returning: boolean): string
}

export function statementTexts(kysely: Kysely<StoredTables>): StatementTexts {
  const texts = new Map<string, string>()
  const text = (key: string, compile: () => string): string => {
    let known = texts.get(key)
    if (known === undefined) {
      known = compile()
      texts.set(key, known)
    }
    return known
  }
  // Only the text is used, so the values that stand in for the parameters need no types.
  const blank = (columns: readonly string[]) =>
    Object.fromEntries(columns.map((column) => [column, null])) as never
  return {
    insert: (table, columns, orIgnore) =>
      text(`insert ${orIgnore} ${table} ${columns.join()}`, () => {
        const insert = kysely.insertInto(table).values(blank(columns))
        return (orIgnore ? insert.onConflict((on) => on.doNothing()) : insert).compile().sql
      }),
    update: (table, columns, returning) =>
      text(`update ${returning} ${table} ${columns.join()}`, () => {
        const update = kysely
          .updateTable(table as 'site')
          .set(blank(columns))
          .where('id', '=', '')
        return (returning ? update.returningAll() : update).compile().sql
      }),
  }
}

/** The writing handle of one unit of work. */
export function writesOf(parts: WritesParts): Writes {
  const { sqlite, reads, trace, statements, now, cache } = parts
  const noteChange = (table: Table, rowId: string, row: unknown): void => {
    trace.changes.push({ table, id: rowId, row })
    cache.put(table, rowId, row)
  }
  const get = async <T extends Keyed>(
    table: T,
    rowId: Rows[T]['id'],
  ): Promise<Rows[T] | undefined> => {
    const known = cache.get(table, rowId)
    if (known !== undefined) return known
    const read = await reads.get(table, rowId)
    // A copy, since what SQLite hands out is slow to copy later.
    if (read !== undefined) cache.put(table, rowId, { ...read })
    return read
  }
  const place = <T extends Table>(table: T, row: NewRow<T>, orIgnore: boolean) => {
    const columns = Object.keys(row)
    const values = columns.map((column) =>
      encodeColumn(table, column, row[column as keyof NewRow<T>]),
    )
    const result = sqlite.run(statements.insert(table, columns, orIgnore), values)
    if (result.changes > 0 && 'id' in row) noteChange(table, String(row.id), row)
    return result
  }
  return {
    ...reads,
    get,
    async one(table, unique) {
      const values = JSON.stringify(unique)
      const rowId = cache.idOf(table, values)
      const known = rowId === undefined ? undefined : await get(table, rowId)
      if (known !== undefined && has(known, unique)) return known
      const [found] = await reads.find(table, unique)
      if (found === undefined) return undefined
      cache.found(table, values, String(found.id))
      return get(table, found.id)
    },
    now,
    newId: parts.newId,
    insert: async (table, row) => place(table, row, false).lastId,
    insertOrIgnore: async (table, row) => place(table, row, true).changes > 0,
    defer(table, row) {
      trace.deferred ??= noRows()
      trace.deferred[table].push(deferredRow(table, row))
    },
    placeDeferred: () => parts.deferred.placeAll(),
    async update(table, rowId, patch) {
      const { columns, values } = given(table, patch)
      if (columns.length === 0) return reads.get(table, rowId)
      const [stored] = sqlite.all(statements.update(table, columns, true), [...values, rowId])
      if (!stored) return undefined
      const row = decodeRow(table, stored)
      noteChange(table, String(rowId), row)
      return row
    },
    async change(table, row, patch) {
      const { columns, values } = given(table, patch)
      if (columns.length === 0) return row
      sqlite.run(statements.update(table, columns, false), [...values, row.id])
      const changed = { ...row }
      for (const column of columns as (keyof typeof row)[]) changed[column] = patch[column] as never
      noteChange(table, String(row.id), changed)
      return changed
    },
    async remove(table, rowId) {
      const { changes } = sqlite.run(`delete from "${table}" where id = ?`, [rowId])
      if (changes > 0) noteChange(table, String(rowId), null)
      return changes > 0
    },
    async journal({ act, noun, nounId, reason = null, before = null, after = null }) {
      place(
        'journal',
        { at: now, actor: parts.actor, act, noun, nounId, reason, before, after },
        false,
      )
    },
    afterCommit: (effect) => void trace.effects.push(effect),
    sql: (statement, parameters) => sqlite.all(statement, parameters),
  }
}

/** The columns a patch names and their values as SQL keeps them; those given as undefined are left out. */
function given<T extends Keyed>(
  table: T,
  patch: Patch<T>,
): { columns: string[]; values: SqlValue[] } {
  const columns: string[] = []
  const values: SqlValue[] = []
  for (const column in patch) {
    if (patch[column] === undefined) continue
    columns.push(column)
    values.push(encodeColumn(table, column, patch[column]))
  }
  return { columns, values }
}

function has<T extends Keyed>(row: Rows[T], values: Partial<Rows[T]>): boolean {
  for (const column in values) if (row[column] !== values[column]) return false
  return true
}
