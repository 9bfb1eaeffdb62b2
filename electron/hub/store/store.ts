import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Migrator } from 'kysely'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { type ChangeFeed, changeFeed } from './change-feed.ts'
import { kyselyOver } from './dialect.ts'
import { migrations } from './migrations/migrations.ts'
import { type Reads, readsOver } from './reads.ts'
import { openReader, openWriter } from './sqlite.ts'
import { statementTexts, type UnitTrace, type Writes, writesOf } from './writes.ts'

/** A piece of work that reads and writes in one transaction. It may be run only once and must not wait for I/O. */
export type Unit<T> = (tx: Writes) => Promise<T>

/** The disk refused: nothing of the unit was stored, and nothing may be acknowledged. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable'
}

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
  /** Waits for what is under way, then closes the file. */
  close(): Promise<void>
  readonly sqliteVersion: string
}

interface Waiting {
  actor: string
  unit: Unit<unknown>
  resolve: (value: unknown) => void
  reject: (reason: unknown) => void
}

interface Done {
  waiting: Waiting
  value: unknown
  trace: UnitTrace
}

/** How many units one commit takes at most, so that a flood can't hold back the answers of those who came first. */
const LARGEST_GROUP = 1_000

/** Opens (and makes or migrates) the site's database. */
export async function openStore(options: StoreOptions): Promise<Store> {
  mkdirSync(dirname(options.file), { recursive: true, mode: 0o700 })
  const sqlite = openWriter(options.file)
  const kysely = kyselyOver(sqlite)
  await migrate(kysely)
  const reader = openReader(options.file)
  const reads = readsOver(reader, kyselyOver(reader))
  const ownReads = readsOver(sqlite, kysely)
  const statements = statementTexts(kysely)
  const feed = changeFeed(options.newId())

  let queue: Waiting[] = []
  let scheduled = false
  let closing = false
  let readOnly = false
  let idle: (() => void) | undefined

  const schedule = (): void => {
    if (scheduled) return
    scheduled = true
    // All that the sockets bring in this turn of the event loop is in the queue before it is looked at.
    setImmediate(() => void commitGroup())
  }

  const commitGroup = async (): Promise<void> => {
    const group = queue.slice(0, LARGEST_GROUP)
    queue = queue.slice(LARGEST_GROUP)
    let done: Done[] = []
    try {
      sqlite.exec('begin immediate')
      done = await runAll(group)
      sqlite.exec('commit')
      if (readOnly) options.onReadOnly?.((readOnly = false), '')
    } catch (error) {
      abandon(group, error)
      done = []
    }
    const changes = done.flatMap(({ trace }) => trace.changes)
    if (changes.length > 0) feed.publish(changes)
    for (const { waiting, value, trace } of done) {
      for (const effect of trace.effects) effect()
      waiting.resolve(value)
    }
    scheduled = false
    if (queue.length > 0) schedule()
    else idle?.()
  }

  const runAll = async (group: Waiting[]): Promise<Done[]> => {
    const done: Done[] = []
    for (const waiting of group) {
      const trace: UnitTrace = { changes: [], effects: [] }
      const tx = writesOf({
        sqlite,
        kysely,
        reads: ownReads,
        now: options.clock(),
        actor: waiting.actor,
        newId: options.newId,
        trace,
        statements,
      })
      sqlite.run('savepoint unit', [])
      try {
        const value = await waiting.unit(tx)
        sqlite.run('release unit', [])
        done.push({ waiting, value, trace })
      } catch (error) {
        if (isDiskTrouble(error)) throw error
        sqlite.exec('rollback to unit')
        sqlite.exec('release unit')
        waiting.reject(error)
      }
    }
    return done
  }

  const abandon = (group: Waiting[], error: unknown): void => {
    try {
      sqlite.exec('rollback')
    } catch {
      // SQLite has rolled back by itself already.
    }
    const why = error instanceof Error ? error.message : String(error)
    if (!readOnly) options.onReadOnly?.((readOnly = true), why)
    for (const waiting of group) waiting.reject(new StoreUnavailable(why, { cause: error }))
  }

  return {
    reads,
    feed,
    work: <T>(actor: string, unit: Unit<T>) =>
      new Promise<T>((resolve, reject) => {
        if (closing) return reject(new StoreUnavailable('The hub is closing.'))
        queue.push({ actor, unit, resolve: resolve as (value: unknown) => void, reject })
        schedule()
      }),
    async close() {
      closing = true
      if (scheduled) await new Promise<void>((resolve) => (idle = resolve))
      reader.close()
      sqlite.exec('pragma wal_checkpoint(truncate)')
      sqlite.close()
    },
    sqliteVersion: String(sqlite.all('select sqlite_version() as version', [])[0]?.version),
  }
}

/** SQLite's result codes for a disk that is full, broken, gone or can't be written (sqlite.org/rescode.html). */
const DISK_TROUBLE = new Set([8, 10, 11, 13, 14, 26])

function isDiskTrouble(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    DISK_TROUBLE.has(error.errcode & 0xff)
  )
}

async function migrate(kysely: ReturnType<typeof kyselyOver>): Promise<void> {
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'migration',
    migrationLockTableName: 'migrationLock',
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
