import {
  type Change,
  type LiveTable,
  liveTables,
  type Position,
} from '../../../shared/contract/live.ts'
import type { RowChange } from './writes.ts'

/** How many rows' latest changes are remembered; who is further behind gets a new snapshot. */
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
  const latest = new Map<string, Change>()
  const listeners = new Set<() => void>()
  let seq = 0
  let floor = 0

  return {
    position: () => ({ epoch, seq }),
    publish(changes) {
      let any = false
      for (const { table, id, row } of changes) {
        if (!isLive(table)) continue
        any = true
        seq += 1
        const key = `${table}/${id}`
        latest.delete(key) // so that the map stays in the order of changes
        latest.set(key, { seq, table, id, row })
      }
      for (const [key, change] of latest) {
        if (latest.size <= remembered) break
        floor = change.seq
        latest.delete(key)
      }
      if (any) for (const listener of listeners) listener()
    },
    since(place) {
      if (place.epoch !== epoch || place.seq < floor || place.seq > seq) return undefined
      const missed: Change[] = []
      for (const change of newestFirst(latest)) {
        if (change.seq <= place.seq) break
        missed.push(change)
      }
      return missed.reverse()
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
