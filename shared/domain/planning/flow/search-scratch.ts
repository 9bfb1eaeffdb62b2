import { grownInts } from './columns.ts'

/** What a search through the network writes down; kept between searches, so that none allocates. */
export interface Search {
  /** Levels of the last search count from here; what lies below it was not reached. */
  epoch: number
  readonly nodeLevel: Int32Array
  sessionLevel: Int32Array
  /** What was reached, in order: nodes as they are, sessions as their complement. */
  queue: Int32Array
  reached: number
  /** The level of the first drain, counted from the epoch; 0 when none was reached. */
  drainLevel: number
  /** Where a node goes on: its way up, then its arcs, then its feeders below. */
  readonly nodeArc: Int32Array
  readonly nodeChild: Int32Array
  sessionArc: Int32Array
  /** The way from a source so far, and the arcs between (of a session only). */
  path: Int32Array
  pathArc: Int32Array
  /** How many journals there were. */
  journals: number
  growSessions(room: number): void
}

export function searchScratch(nodes: number): Search {
  const search: Search = {
    epoch: 0,
    nodeLevel: new Int32Array(nodes).fill(-1),
    sessionLevel: new Int32Array(0),
    queue: new Int32Array(nodes),
    reached: 0,
    drainLevel: 0,
    nodeArc: new Int32Array(nodes),
    nodeChild: new Int32Array(nodes),
    sessionArc: new Int32Array(0),
    path: new Int32Array(nodes + 2),
    pathArc: new Int32Array(nodes + 2),
    journals: 0,
    growSessions(room) {
      if (room <= search.sessionLevel.length) return
      const levels = new Int32Array(room).fill(-1)
      levels.set(search.sessionLevel)
      search.sessionLevel = levels
      search.sessionArc = grownInts(search.sessionArc, room)
      search.queue = new Int32Array(nodes + room)
      search.path = new Int32Array(nodes + room + 2)
      search.pathArc = new Int32Array(nodes + room + 2)
    },
  }
  return search
}

/** Levels begin anew before they no longer fit. */
const LAST_EPOCH = 2 ** 30

/** Forgets the last search. */
export function nextEpoch(search: Search): number {
  // No way is longer than everything there is.
  const span = search.queue.length + 2
  if (search.epoch + 2 * span > LAST_EPOCH) {
    search.nodeLevel.fill(-1)
    search.sessionLevel.fill(-1)
    search.epoch = 0
  }
  search.epoch += span
  search.reached = 0
  search.drainLevel = 0
  return search.epoch
}
