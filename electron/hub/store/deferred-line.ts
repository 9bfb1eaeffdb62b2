import {
  type DeferrableTable,
  type DeferredRows,
  deferrable,
  deferrableTables,
} from './deferrable.ts'
import type { Sqlite } from './sqlite.ts'
import type { SqlValue } from './tables.ts'

/** Rows by table. */
export type RowsByTable = { [T in DeferrableTable]: DeferredRows }

/** No rows of any table. */
export function noRows(): RowsByTable {
  return { meterSample: [], ocppMessageOfStation: [], connector: [], transaction: [] }
}

/** What a line of the table `deferred` says: rows, and where to find those that another table tells too. */
type Line = RowsByTable & { elsewhere: { [T in DeferrableTable]?: SqlValue[] } }

/** The line that keeps a commit's rows on disk. */
export function lineOf(rows: RowsByTable): string {
  const line: Line = { ...rows, elsewhere: {} }
  for (const table of deferrableTables) {
    const { elsewhere } = deferrable[table]
    if (elsewhere === undefined || rows[table].length === 0) continue
    line.elsewhere[table] = elsewhere.where(rows[table])
    line[table] = []
  }
  return JSON.stringify(line)
}

/** The rows that a line keeps. */
export function rowsOf(line: string, sqlite: Sqlite): RowsByTable {
  const { elsewhere: places, ...rows } = JSON.parse(line) as Line // written by `lineOf`
  for (const table of deferrableTables) {
    const { elsewhere } = deferrable[table]
    const where = places[table]
    if (elsewhere === undefined || where === undefined) continue
    const found = sqlite.all(elsewhere.query, where)
    rows[table] = found.flatMap((row) => Object.values(row) as SqlValue[]) // texts and numbers, as they were deferred
  }
  return rows
}
