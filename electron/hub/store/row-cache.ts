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
  idOf(table: FigureTable, unique: object): string | undefined
  found(table: FigureTable, unique: object, rowId: string): void
  /** Forgets all when it has grown too large. Only between units: what they have changed is nowhere else. */
  trim(): void
  clear(): void
}

export function rowCache(mostRows = MOST_ROWS): RowCache {
  const rows = { connector: new Map<string, unknown>(), transaction: new Map<string, unknown>() }
  const ids = { connector: byValues(), transaction: byValues() }
  const all = [rows.connector, rows.transaction, ids.connector, ids.transaction]
  return {
    get: <T extends FigureTable>(table: T, rowId: string) =>
      rows[table].get(rowId) as Rows[T] | undefined, // put under its table's name
    put(table, rowId, row) {
      if (row === null) rows[table].delete(rowId)
      else rows[table].set(rowId, row)
    },
    idOf: (table, unique) => ids[table].get(unique),
    found: (table, unique, rowId) => ids[table].set(unique, rowId),
    trim() {
      for (const map of all) if (map.size > mostRows) map.clear()
    },
    clear() {
      for (const map of all) map.clear()
    },
  }
}

interface Branch extends Map<unknown, Branch | string> {}

/** Texts by several values: a map of maps, since a text made of all values would cost more than the look-up. */
function byValues() {
  const root: Branch = new Map()
  let size = 0
  return {
    get size() {
      return size
    },
    get(values: object): string | undefined {
      let at: Branch | string | undefined = root
      for (const name in values) {
        if (typeof at !== 'object') return undefined
        at = at.get(values[name as keyof typeof values])
      }
      return typeof at === 'string' ? at : undefined
    },
    set(values: object, text: string): void {
      const path: unknown[] = Object.values(values)
      const last = path.pop()
      let at = root
      for (const value of path) {
        const next = at.get(value)
        const branch: Branch = typeof next === 'object' ? next : new Map()
        at.set(value, branch)
        at = branch
      }
      at.set(last, text)
      size += 1
    },
    clear(): void {
      root.clear()
      size = 0
    },
  }
}
