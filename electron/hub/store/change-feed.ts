import {
  type Change,
  type LiveTable,
  liveTables,
  type Position,
} from '../../../shared/contract/live.ts'
import type { RowChange } from './writes.ts'

/** How many rows' latest changes are remembered of each table; who is further behind gets a new snapshot. */
const REMEMBERED_ROWS = 20_000

/**
 * The latest change of each live row, by the order of commits. A row changed twice is remembered once, as it
 * now is, so memory is bounded by rows and a slow desk catches up in one step.
 */
export interface ChangeFeed {
  position(): Position
  /** Takes in what one commit changed. */
  publish(changes: readonly RowChange[]): void
  /** What changed after that place; undefined when it is of another run or too long ago. */
  since(place: Position): Change[] | undefined
  /** Calls back after each commit that changed live rows, until the returned function is called. */
  subscribe(listener: () => void): () => void
}

/** @param epoch names this run of the hub: places of other runs mean nothing in it. */
export function changeFeed(epoch: string, remembered = REMEMBERED_ROWS): ChangeFeed {
  const latest = new Map<LiveTable, Map<string, Change>>()
  const listeners = new Set<() => void>()
  let seq = 0
  let floor = 0

  const remember = (table: LiveTable, id: string, row: unknown): void => {
    seq += 1
    const rows = latest.get(table)
    if (rows === undefined) {
      latest.set(table, new Map([[id, { seq, table, id, row }]]))
      return
    }
    rows.delete(id) // so that each map stays in the order of changes
    rows.set(id, { seq, table, id, row })
  }

  /** Forgets the oldest change of the tables that have more than their share. */
  const forget = (): void => {
    for (const rows of latest.values()) {
      for (const [id, change] of rows) {
        if (rows.size <= remembered) break
        floor = Math.max(floor, change.seq)
        rows.delete(id)
      }
    }
  }

  return {
    position: () => ({ epoch, seq }),
    publish(changes) {
      const before = seq
      for (const { table, id, row } of changes) if (isLive(table)) remember(table, id, row)
      forget()
      if (seq > before) for (const listener of listeners) listener()
    },
    since(place) {
      if (place.epoch !== epoch || place.seq < floor || place.seq > seq) return undefined
      const missed: Change[] = []
      for (const rows of latest.values()) {
        for (const change of newestFirst(rows)) {
          if (change.seq <= place.seq) break
          missed.push(change)
        }
      }
      return missed.sort((one, other) => one.seq - other.seq)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function isLive(table: string): table is LiveTable {
  return Object.hasOwn(liveTables, table)
}

function newestFirst(latest: Map<string, Change>): Change[] {
  return [...latest.values()].reverse()
}
