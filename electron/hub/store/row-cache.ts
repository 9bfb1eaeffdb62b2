import type { Keyed, Rows } from './tables.ts'

/** The tables that every meter value reads and changes. */
const CACHED: ReadonlySet<string> = new Set(['connector', 'transaction'] satisfies Keyed[])

/** Rows kept; a site of a thousand connectors needs a few thousand. */
const MOST_ROWS = 20_000

/**
 * The rows of the busiest tables as the writing connection would read them, so that a meter value need not ask for
 * what it has just written. Rows in it are never changed, only replaced. SQL of a unit's own mustn't write to these
 * tables: it would go unnoticed here.
 */
export interface RowCache {
  get<T extends Keyed>(table: T, rowId: Rows[T]['id']): Rows[T] | undefined
  /** The row as it now is; null when it is gone. */
  put(table: string, rowId: string | number, row: unknown): void
  /** Which row was found under these unique values the last time. */
  idOf(table: string, values: string): string | undefined
  found(table: string, values: string, rowId: string): void
  /** Forgets rows that a failed unit has touched. */
  forget(touched: readonly { table: string; id: string }[]): void
  clear(): void
}

export function rowCache(mostRows = MOST_ROWS): RowCache {
  const rows = new Map<string, unknown>()
  const ids = new Map<string, string>()
  const keyOf = (table: string, rowId: string | number): string => `${table}/${rowId}`
  const bounded = <V>(map: Map<string, V>): Map<string, V> => {
    if (map.size >= mostRows) map.clear()
    return map
  }
  return {
    get<T extends Keyed>(table: T, rowId: Rows[T]['id']) {
      if (!CACHED.has(table)) return undefined
      return rows.get(keyOf(table, rowId)) as Rows[T] | undefined // put under its table's name
    },
    put(table, rowId, row) {
      if (!CACHED.has(table)) return
      if (row === null) rows.delete(keyOf(table, rowId))
      else bounded(rows).set(keyOf(table, rowId), row)
    },
    idOf: (table, values) => ids.get(keyOf(table, values)),
    found: (table, values, rowId) => void bounded(ids).set(keyOf(table, values), rowId),
    forget(touched) {
      for (const { table, id } of touched) rows.delete(keyOf(table, id))
    },
    clear() {
      rows.clear()
      ids.clear()
    },
  }
}
