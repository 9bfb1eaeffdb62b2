import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { SqlValue } from './tables.ts'

/** The oldest SQLite that may hold the site: older ones can lose a WAL at a reset (fixed in 3.51.3). */
export const OLDEST_SQLITE = [3, 51, 3] as const

/** A connection with its prepared statements kept. */
export interface Sqlite {
  all(sql: string, parameters: readonly SqlValue[]): Record<string, unknown>[]
  /** The rows as arrays, in the order in which the columns are selected: for who reads a million of them. */
  arrays(sql: string, parameters: readonly SqlValue[]): SqlValue[][]
  run(sql: string, parameters: readonly SqlValue[]): { changes: number; lastId: number }
  /** Several statements at once, or one that is not asked for again. */
  exec(sql: string): void
  close(): void
}

const KEPT_STATEMENTS = 500

function wrap(database: DatabaseSync): Sqlite {
  const statements = new Map<string, StatementSync>()
  const ofArrays = new Map<string, StatementSync>()
  const prepare = (sql: string, kept = statements): StatementSync => {
    let statement = kept.get(sql)
    if (!statement) {
      statement = database.prepare(sql)
      if (kept === ofArrays) statement.setReturnArrays(true)
      if (kept.size >= KEPT_STATEMENTS) kept.clear()
      kept.set(sql, statement)
    }
    return statement
  }
  return {
    all: (sql, parameters) => prepare(sql).all(...parameters) as Record<string, unknown>[],
    arrays: (sql, parameters) =>
      prepare(sql, ofArrays).all(...parameters) as unknown as SqlValue[][], // what was asked of the statement
    run: (sql, parameters) => {
      const { changes, lastInsertRowid } = prepare(sql).run(...parameters)
      return { changes: Number(changes), lastId: Number(lastInsertRowid) }
    },
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
  }
}

/**
 * Opens the one writing connection: WAL, every commit synced to disk, no memory map, and asserts that it is so.
 * @throws when this SQLite is too old or a setting did not take.
 */
export function openWriter(file: string): Sqlite {
  const writer = wrap(new DatabaseSync(file))
  assertVersion(String(writer.all('select sqlite_version() as version', [])[0]?.version))
  writer.exec('pragma journal_mode = wal')
  writer.exec('pragma synchronous = full')
  writer.exec('pragma busy_timeout = 5000')
  writer.exec('pragma foreign_keys = on')
  writer.exec('pragma mmap_size = 0')
  writer.exec('pragma cache_size = -65536') // 64 MiB: a busy site's pages stay in memory between commits
  writer.exec('pragma wal_autocheckpoint = 0')
  assertPragma(writer, 'journal_mode', 'wal')
  assertPragma(writer, 'synchronous', 2)
  assertPragma(writer, 'busy_timeout', 5000)
  assertPragma(writer, 'foreign_keys', 1)
  return writer
}

/** Opens a connection that can only read and never sees what is not committed. */
export function openReader(file: string): Sqlite {
  const reader = wrap(new DatabaseSync(file, { readOnly: true }))
  reader.exec('pragma busy_timeout = 5000')
  reader.exec('pragma mmap_size = 0')
  reader.exec('pragma cache_size = -16384') // 16 MiB: what a month of a whole site's loads takes
  return reader
}

/** Says whether the version (such as 3.51.3) is at least the oldest allowed. */
export function isRecentEnough(version: string): boolean {
  const parts = version.split('.').map(Number)
  for (const [index, least] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0
    if (part !== least) return part > least
  }
  return true
}

function assertVersion(version: string): void {
  if (!isRecentEnough(version))
    throw new Error(
      `This runtime has SQLite ${version}; at least ${OLDEST_SQLITE.join('.')} is needed. Start with the Electron this project names.`,
    )
}

function assertPragma(writer: Sqlite, name: string, expected: string | number): void {
  const row = writer.all(`pragma ${name}`, [])[0] ?? {}
  const actual = Object.values(row)[0]
  if (actual !== expected)
    throw new Error(`SQLite kept ${name} = ${String(actual)} instead of ${expected}.`)
}
