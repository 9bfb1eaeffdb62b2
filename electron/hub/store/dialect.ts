import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Sqlite } from './sqlite.ts'
import type { SqlValue, StoredTables } from './tables.ts'

/**
 * Kysely over a connection of `node:sqlite`. The connection is ours; Kysely neither opens nor closes it.
 * @param before awaited before each query, with its text
 */
export function kyselyOver(
  sqlite: Sqlite,
  before?: (sqlText: string) => Promise<void>,
): Kysely<StoredTables> {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const parameters = query.parameters as readonly SqlValue[] // what encodeColumn let through
      await before?.(query.sql)
      if (readsRows(query)) return { rows: sqlite.all(query.sql, parameters) as R[] }
      const { changes, lastId } = sqlite.run(query.sql, parameters)
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastId) }
    },
    streamQuery() {
      throw new Error('Streaming is not offered on this connection.')
    },
  }
  const execute = async (sql: string): Promise<void> => sqlite.exec(sql)
  const dialect: Dialect = {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () => ({
      init: async () => undefined,
      acquireConnection: async () => connection,
      beginTransaction: () => execute('begin immediate'),
      commitTransaction: () => execute('commit'),
      rollbackTransaction: () => execute('rollback'),
      releaseConnection: async () => undefined,
      destroy: async () => undefined,
    }),
  }
  return new Kysely<StoredTables>({ dialect })
}

function readsRows(query: CompiledQuery): boolean {
  const { kind } = query.query
  if (kind === 'SelectQueryNode') return true
  if (kind === 'RawNode') return /^\s*(select|with|pragma)\b/i.test(query.sql)
  return 'returning' in query.query && query.query.returning !== undefined
}
