import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { Migrator } from 'kysely'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { type ChangeFeed, changeFeed } from './change-feed.ts'
import { checkpoints } from './checkpoints.ts'
import { asksDeferrable, deferredOn, type Placed } from './deferred.ts'
import { kyselyOver } from './dialect.ts'
import { groupCommit, StoreUnavailable, type Unit } from './group-commit.ts'
import { migrations } from './migrations/migrations.ts'
import { type Reads, readsOver } from './reads.ts'
import { openReader, openWriter, type Sqlite } from './sqlite.ts'

export { StoreUnavailable, type Unit } from './group-commit.ts'

export interface StoreOptions {
  file: string
  clock: () => Instant
  newId: () => Id
  /** Told when the disk begins or ceases to refuse writes. */
  onReadOnly?: (readOnly: boolean, why: string) => void
}

export interface Store {
  /** Committed rows only. */
  readonly reads: Reads
  readonly feed: ChangeFeed
  /**
   * Runs the unit and resolves with its result once it is on disk. A unit that throws leaves nothing behind and
   * rejects with what it threw; the others of its group are not touched.
   * @param actor who does it, for the journal
   */
  work<T>(actor: string, unit: Unit<T>): Promise<T>
  /** Tells whoever listens last which deferred rows have come to their place. */
  whenPlaced(told: Placed): void
  /** Waits for what is under way, then closes the file. */
  close(): Promise<void>
  readonly sqliteVersion: string
}

/** Opens (and makes or migrates) the site's database. */
export async function openStore(options: StoreOptions): Promise<Store> {
  mkdirSync(dirname(options.file), { recursive: true, mode: 0o700 })
  keepToOwner(options.file)
  const sqlite = openWriter(options.file)
  const kysely = kyselyOver(sqlite)
  await migrate(sqlite, kysely)
  const deferred = deferredOn(sqlite)
  const feed = changeFeed(options.newId())
  const log = checkpoints(sqlite, options.file)
  const { committed } = log
  const commits = groupCommit({ ...options, sqlite, kysely, deferred, feed, committed })
  const reader = openReader(options.file)

  /** So that who asks a table finds all rows of units that are on disk, in their place or not. */
  const settle = async (sqlText: string): Promise<void> => {
    if (deferred.waiting === 0 || !asksDeferrable(sqlText)) return
    try {
      await commits.work('hub', (tx) => tx.placeDeferred())
    } catch (error) {
      // On a disk that refuses, what is in its place already is what can be told.
      if (!(error instanceof StoreUnavailable)) throw error
    }
  }

  return {
    reads: readsOver(reader, kyselyOver(reader, settle), settle),
    feed,
    work: commits.work,
    whenPlaced: deferred.whenPlaced,
    async close() {
      await commits.end()
      await log.end()
      reader.close()
      sqlite.exec('pragma wal_checkpoint(truncate)')
      sqlite.close()
    },
    sqliteVersion: String(sqlite.all('select sqlite_version() as version', [])[0]?.version),
  }
}

/**
 * Makes the database readable by its owner only, whatever the folder allows; SQLite makes the log beside it with the
 * database's own mode. On Windows the folder's rights are what holds.
 */
function keepToOwner(file: string): void {
  // Never opened where there is one: to close it would let go of SQLite's locks on it.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
  for (const part of [file, `${file}-wal`, `${file}-shm`])
    if (existsSync(part)) chmodSync(part, 0o600)
}

/**
 * Brings the tables up to date, all steps and Kysely's own tables in one transaction: a site's first start waits for
 * the disk once, not once for each.
 */
async function migrate(sqlite: Sqlite, kysely: ReturnType<typeof kyselyOver>): Promise<void> {
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'migration',
    migrationLockTableName: 'migrationLock',
    disableTransactions: true,
  })
  sqlite.exec('begin immediate')
  const { error } = await migrator.migrateToLatest()
  if (error) {
    // Takes back what is not committed; a `rollback` fails where SQLite has done so by itself.
    sqlite.close()
    throw error
  }
  sqlite.exec('commit')
}
