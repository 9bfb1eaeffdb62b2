import type { Kysely } from 'kysely'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Reads } from './reads.ts'
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
  /** Adds a row; `ignored` when one with the same unique content is there already. Returns its number for numbered tables. */
  insert<T extends Table>(table: T, row: NewRow<T>): Promise<number>
  insertOrIgnore<T extends Table>(table: T, row: NewRow<T>): Promise<boolean>
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
  /** Hot paths' own SQL, prepared once: rows as stored. */
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
  effects: (() => void)[]
}

export interface WritesParts {
  sqlite: Sqlite
  kysely: Kysely<StoredTables>
  reads: Reads
  now: Instant
  actor: string
  newId: () => Id
  trace: UnitTrace
  statements: StatementTexts
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
  const { sqlite, reads, trace, statements, now } = parts
  const place = <T extends Table>(table: T, row: NewRow<T>, orIgnore: boolean) => {
    const columns = Object.keys(row)
    const values = columns.map((column) =>
      encodeColumn(table, column, row[column as keyof NewRow<T>]),
    )
    const result = sqlite.run(statements.insert(table, columns, orIgnore), values)
    if (result.changes > 0 && 'id' in row) trace.changes.push({ table, id: String(row.id), row })
    return result
  }
  return {
    ...reads,
    now,
    newId: parts.newId,
    insert: async (table, row) => place(table, row, false).lastId,
    insertOrIgnore: async (table, row) => place(table, row, true).changes > 0,
    async update(table, rowId, patch) {
      const { columns, values } = given(table, patch)
      if (columns.length === 0) return reads.get(table, rowId)
      const [stored] = sqlite.all(statements.update(table, columns, true), [...values, rowId])
      if (!stored) return undefined
      const row = decodeRow(table, stored)
      trace.changes.push({ table, id: String(rowId), row })
      return row
    },
    async change(table, row, patch) {
      const { columns, values } = given(table, patch)
      if (columns.length === 0) return row
      sqlite.run(statements.update(table, columns, false), [...values, row.id])
      const changed = { ...row }
      for (const column of columns as (keyof typeof row)[]) changed[column] = patch[column] as never
      trace.changes.push({ table, id: String(row.id), row: changed })
      return changed
    },
    async remove(table, rowId) {
      const { changes } = sqlite.run(`delete from "${table}" where id = ?`, [rowId])
      if (changes > 0) trace.changes.push({ table, id: String(rowId), row: null })
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
