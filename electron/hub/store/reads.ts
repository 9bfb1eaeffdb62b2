import type { Kysely } from 'kysely'
import type { Sqlite } from './sqlite.ts'
import { decodeRow, type Keyed, type Rows, type SqlValue, type StoredTables } from './tables.ts'

/** What can be asked of the database at once, within a unit of work. */
export interface Lookups {
  get<T extends Keyed>(table: T, rowId: Rows[T]['id']): Rows[T] | undefined
  /** Rows whose named columns have these values (all of them), in no order. */
  find<T extends Keyed>(table: T, where: Partial<Rows[T]>): Rows[T][]
}

/** What can be asked of what is on disk; nothing here writes. */
export interface Reads {
  get<T extends Keyed>(table: T, rowId: Rows[T]['id']): Promise<Rows[T] | undefined>
  find<T extends Keyed>(table: T, where: Partial<Rows[T]>): Promise<Rows[T][]>
  /** Kysely for whatever else there is to ask. */
  readonly query: Pick<Kysely<StoredTables>, 'selectFrom' | 'with' | 'fn'>
}

export function lookupsOn(sqlite: Sqlite): Lookups {
  const texts = new Map<string, string>()
  return {
    get(table, rowId) {
      const [stored] = sqlite.all(`select * from "${table}" where id = ?`, [rowId])
      return stored && decodeRow(table, stored)
    },
    find(table, where) {
      const columns = Object.keys(where)
      const values = Object.values(where) as SqlValue[]
      const conditions = columns.map((column, index) => condition(column, values[index] ?? null))
      const key = `${table} ${conditions.join(' and ') || 'true'}`
      let text = texts.get(key)
      if (text === undefined) {
        text = `select * from "${table}" where ${conditions.join(' and ') || 'true'}`
        texts.set(key, text)
      }
      const bound = values.filter((value, index) => value !== null && columns[index] !== 'state')
      return sqlite.all(text, bound).map((stored) => decodeRow(table, stored))
    },
  }
}

/** @param settle awaited before a table is read, so that all that is on disk is in it; Kysely must know it too. */
export function readsOver(
  sqlite: Sqlite,
  kysely: Kysely<StoredTables>,
  settle: (sqlText: string) => Promise<void>,
): Reads {
  const lookups = lookupsOn(sqlite)
  return {
    query: kysely,
    async get(table, rowId) {
      await settle(`"${table}"`)
      return lookups.get(table, rowId)
    },
    async find(table, where) {
      await settle(`"${table}"`)
      return lookups.find(table, where)
    },
  }
}

/** States stand in the text itself: SQLite uses an index of only the active rows when it sees `'active'`, not `?`. */
function condition(column: string, value: SqlValue): string {
  if (value === null) return `"${column}" is null`
  if (column !== 'state') return `"${column}" = ?`
  if (!/^[a-zA-Z]+$/.test(String(value))) throw new TypeError(`${String(value)} is no state`)
  return `"state" = '${value}'`
}
