import type { Kysely } from 'kysely'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { ChangeFeed } from './change-feed.ts'
import type { Deferred } from './deferred.ts'
import { lookupsOn } from './reads.ts'
import { rowCache } from './row-cache.ts'
import type { Sqlite } from './sqlite.ts'
import { statementTexts } from './statements.ts'
import type { StoredTables } from './tables.ts'
import { UnitTrace, UnitWrites } from './unit-writes.ts'
import type { Writes } from './writes.ts'

/**
 * A piece of work that reads and writes in one transaction. It waits for nothing, and does nothing but through its
 * handle: when another unit of its commit throws, it is run again.
 */
export type Unit<T> = (tx: Writes) => T

/** The disk refused: nothing of the unit was stored, and nothing may be acknowledged. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable'
}

export interface GroupCommitParts {
  /** The writing connection. */
  readonly sqlite: Sqlite
  readonly kysely: Kysely<StoredTables>
  readonly deferred: Deferred
  readonly feed: ChangeFeed
  /** Told after each commit. */
  readonly committed: () => void
  readonly clock: () => Instant
  readonly newId: () => Id
  readonly onReadOnly?: (readOnly: boolean, why: string) => void
}

export interface GroupCommit {
  work<T>(actor: string, unit: Unit<T>): Promise<T>
  /** Takes no more work and waits for what is under way. */
  end(): Promise<void>
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

/**
 * How many units one commit takes at most: a flood can't hold back the answers of those who came first, and these are
 * on their way while the next are decided.
 */
const LARGEST_GROUP = 300

/** Runs units one after the other, those that arrive together in one transaction; then tells who waits and who watches. */
export function groupCommit(parts: GroupCommitParts): GroupCommit {
  const { sqlite, kysely, deferred, feed } = parts
  const lookups = lookupsOn(sqlite)
  const statements = statementTexts(kysely)
  const cache = rowCache()
  const figuresDeferred = { connector: new Set<string>(), transaction: new Set<string>() }
  const { newId } = parts
  const shared = { sqlite, lookups, newId, statements, cache, deferred, figuresDeferred }

  let queue: Waiting[] = []
  let scheduled = false
  let closing = false
  let readOnly = false
  let idle: (() => void) | undefined

  const schedule = (): void => {
    if (scheduled) return
    scheduled = true
    // All that the sockets bring in this turn of the event loop is in the queue before it is looked at.
    setImmediate(commitGroup)
  }
  deferred.whenDue(schedule)

  const commitGroup = (): void => {
    const group = queue.slice(0, LARGEST_GROUP)
    queue = queue.slice(LARGEST_GROUP)
    const before = deferred.mark()
    cache.trim()
    let done: Done[] | null = null
    try {
      done = commit(group, runTogether)
      if (done === null) {
        sqlite.exec('rollback')
        deferred.backTo(before)
        cache.clear()
        done = commit(group, runApart) ?? []
      }
      parts.committed()
      if (readOnly) parts.onReadOnly?.((readOnly = false), '')
    } catch (error) {
      deferred.backTo(before)
      deferred.postpone()
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
    if (queue.length > 0 || (deferred.due && !closing)) schedule()
    else idle?.()
  }

  /** Runs and commits; null, with the transaction still open, when the way of running gives up. */
  const commit = (group: Waiting[], run: (group: Waiting[]) => Done[] | null): Done[] | null => {
    figuresDeferred.connector.clear()
    figuresDeferred.transaction.clear()
    sqlite.exec('begin immediate')
    if (deferred.due) deferred.placeSome()
    const done = run(group)
    if (done === null) return null
    const line = deferred.write()
    sqlite.exec('commit')
    if (line !== null) deferred.keep(line)
    return done
  }

  const runUnit = (waiting: Waiting, trace: UnitTrace): Done => {
    const value = waiting.unit(new UnitWrites(shared, trace, waiting.actor, parts.clock()))
    if (value instanceof Promise) throw new TypeError('A unit of work waits for nothing.')
    return { waiting, value, trace }
  }

  /** Without savepoints, which few groups need; gives up when a unit throws. */
  const runTogether = (group: Waiting[]): Done[] | null => {
    try {
      return group.map((waiting) => runUnit(waiting, new UnitTrace()))
    } catch (error) {
      if (isDiskTrouble(error)) throw error
      return null
    }
  }

  /** So that a unit that throws takes back what it did and nothing else. */
  const runApart = (group: Waiting[]): Done[] => {
    const done: Done[] = []
    for (const waiting of group) {
      const trace = new UnitTrace()
      const before = deferred.mark()
      sqlite.run('savepoint unit', [])
      try {
        done.push(runUnit(waiting, trace))
        sqlite.run('release unit', [])
      } catch (error) {
        if (isDiskTrouble(error)) throw error
        sqlite.exec('rollback to unit')
        sqlite.exec('release unit')
        deferred.backTo(before)
        for (const { table, id, row } of trace.before.reverse()) cache.put(table, id, row)
        waiting.reject(error)
      }
    }
    return done
  }

  const abandon = (group: Waiting[], error: unknown): void => {
    cache.clear()
    try {
      sqlite.exec('rollback')
    } catch {
      // SQLite has rolled back by itself already.
    }
    const why = error instanceof Error ? error.message : String(error)
    if (!readOnly) parts.onReadOnly?.((readOnly = true), why)
    for (const waiting of group) waiting.reject(new StoreUnavailable(why, { cause: error }))
  }

  const work = <T>(actor: string, unit: Unit<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (closing) return reject(new StoreUnavailable('The hub is closing.'))
      queue.push({ actor, unit, resolve: resolve as (value: unknown) => void, reject })
      schedule()
    })

  return {
    work,
    async end() {
      // What a disk that refuses doesn't take now, the next hub to open the file puts in its place.
      const placed = work('hub', (tx) => tx.placeDeferred()).catch(() => undefined)
      closing = true
      deferred.whenDue(() => undefined)
      await placed
      if (scheduled) await new Promise<void>((resolve) => (idle = resolve))
    },
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
