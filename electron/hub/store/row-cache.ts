import type { FigureTable } from './deferrable.ts'
import type { Rows } from './tables.ts'

/** Rows kept; a site of a thousand connectors needs a few thousand. */
const MOST_ROWS = 20_000

/**
 * The rows of the tables that have figures as the writing connection would read them, were all figures in their
 * place. Rows in it are never changed, only replaced. SQL of a unit's own mustn't write to these tables: it would go
 * unnoticed here.
 */
export interface RowCache {
  get<T extends FigureTable>(table: T, rowId: string): Rows[T] | undefined
  /** The row as it now is; null when it is gone or not known any more. */
  put(table: FigureTable, rowId: string, row: unknown): void
  /** Which row was found under these unique values the last time. */
  idOf(table: FigureTable, values: string): string | undefined
  found(table: FigureTable, values: string, rowId: string): void
  /** Forgets all when it has grown too large. Only between units: what they have changed is nowhere else. */
  trim(): void
  clear(): void
}

export function rowCache(mostRows = MOST_ROWS): RowCache {
  const rows = { connector: new Map<string, unknown>(), transaction: new Map<string, unknown>() }
  const ids = { connector: new Map<string, string>(), transaction: new Map<string, string>() }
  const all = [rows.connector, rows.transaction, ids.connector, ids.transaction]
  return {
    get: <T extends FigureTable>(table: T, rowId: string) =>
      rows[table].get(rowId) as Rows[T] | undefined, // put under its table's name
    put(table, rowId, row) {
      if (row === null) rows[table].delete(rowId)
      else rows[table].set(rowId, row)
    },
    idOf: (table, values) => ids[table].get(values),
    found: (table, values, rowId) => void ids[table].set(values, rowId),
    trim() {
      for (const map of all) if (map.size > mostRows) map.clear()
    },
    clear() {
      for (const map of all) map.clear()
    },
  }
}
