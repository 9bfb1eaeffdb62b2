import { liveTables } from '../../../shared/contract/live.ts'
import type {
  Change,
  LiveEvent,
  LiveRow,
  LiveRows,
  LiveTable,
} from '../../../shared/contract/live.ts'
import { uuidV7 } from '../../../shared/domain/id/id.ts'

/** How many payments are live at once. */
const LIVE = 500

/** The rows of the fake hub and its change feed. */
export type FakeStore = ReturnType<typeof fakeStore>

/** Holds rows in memory and tells followers of every change, as the hub's own feed does. */
export function fakeStore(rows: LiveRows) {
  const epoch = newId()
  let seq = 0
  const followers = new Set<(change: Change) => void>()
  const names = Object.keys(liveTables) as LiveTable[]

  return {
    rows,
    find<T extends LiveTable>(table: T, id: string): LiveRow<T> | undefined {
      return rowsOf(table).find((row) => row.id === id)
    },
    /** Puts a whole row and publishes it. */
    put<T extends LiveTable>(table: T, row: LiveRow<T>): LiveRow<T> {
      const list = rowsOf(table)
      const at = list.findIndex((known) => known.id === row.id)
      if (at < 0) list.push(row)
      else list[at] = row
      publish(table, row.id, row)
      return row
    },
    remove(table: LiveTable, id: string): void {
      const list = rowsOf(table)
      const at = list.findIndex((known) => known.id === id)
      if (at >= 0) list.splice(at, 1)
      publish(table, id, null)
    },
    async *follow(signal: AbortSignal | undefined): AsyncGenerator<LiveEvent> {
      const waiting: Change[] = []
      let wake = () => {}
      const follower = (change: Change) => (waiting.push(change), wake())
      followers.add(follower)
      const alive = setInterval(() => wake(), 5_000)
      try {
        const tables = Object.fromEntries(names.map((table) => [table, liveOf(table)]))
        yield { kind: 'snapshot', position: { epoch, seq }, tables: tables as LiveRows }
        while (signal?.aborted !== true) {
          if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve))
          const changes = waiting.splice(0)
          const position = { epoch, seq }
          yield changes.length > 0
            ? { kind: 'changes', position, changes }
            : { kind: 'alive', position, at: Date.now() }
        }
      } finally {
        clearInterval(alive)
        followers.delete(follower)
      }
    },
  }

  /** A table as a desk has it live: of payments and their bills only the latest. */
  function liveOf(table: LiveTable): readonly unknown[] {
    return table === 'payment' || table === 'bill' ? rows[table].slice(0, LIVE) : [...rows[table]]
  }
  function rowsOf<T extends LiveTable>(table: T): LiveRow<T>[] {
    // The boundary: TypeScript can't follow that a table's name picks its rows.
    return rows[table] as LiveRow<T>[]
  }
  function publish(table: LiveTable, id: string, row: unknown): void {
    seq += 1
    for (const follower of followers) follower({ seq, table, id, row })
  }
}

/** A fresh id. */
export function newId(now = Date.now()): string {
  return uuidV7(now, crypto.getRandomValues(new Uint8Array(10)))
}

/** The row of a table that has one. */
export function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows
  if (row === undefined) throw new Error('The seed has no such row.')
  return row
}
