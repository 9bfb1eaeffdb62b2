/**
 * The sessions of a network, a column each. Energies are whole watt-minutes (Wm), so that sums and differences are
 * exact. A session that was taken away leaves its index to the next one.
 */
export interface SessionColumns {
  count: number
  /** The first slot it is there in. */
  first: Int32Array
  /** Its arcs: as many from here as it has slots. */
  offset: Int32Array
  length: Int32Array
  /** Index of the feeder it hangs on. */
  feeder: Int32Array
  maxW: Float64Array
  /** What it wants, as far as it could get it alone. */
  needWm: Float64Array
  /** What a push brings it to: more than it has is wanted, less can be given up to others. */
  goalWm: Float64Array
  servedWm: Float64Array
  /** Only nodes and sessions of one part see each other in a search. */
  part: Int32Array
  /** Who loses first where there is too little: the higher. */
  rank: Int32Array
}

/** Arcs of a network, one for each session and slot it is there in. */
export interface ArcColumns {
  count: number
  capWm: Float64Array
  energyWm: Float64Array
  session: Int32Array
  node: Int32Array
  /** The other arcs of the same node. */
  next: Int32Array
  previous: Int32Array
  /** In which journal the arc's energy stands already. */
  noted: Int32Array
}

export function sessionColumns(room: number): SessionColumns {
  return {
    count: 0,
    first: new Int32Array(room),
    offset: new Int32Array(room),
    length: new Int32Array(room),
    feeder: new Int32Array(room),
    maxW: new Float64Array(room),
    needWm: new Float64Array(room),
    goalWm: new Float64Array(room),
    servedWm: new Float64Array(room),
    part: new Int32Array(room),
    rank: new Int32Array(room),
  }
}

export function arcColumns(room: number): ArcColumns {
  return {
    count: 0,
    capWm: new Float64Array(room),
    energyWm: new Float64Array(room),
    session: new Int32Array(room),
    node: new Int32Array(room),
    next: new Int32Array(room),
    previous: new Int32Array(room),
    noted: new Int32Array(room),
  }
}

/** Makes room for one session more. */
export function growSessions(sessions: SessionColumns): void {
  if (sessions.count < sessions.first.length) return
  const room = roomFor(sessions.count + 1)
  sessions.first = grownInts(sessions.first, room)
  sessions.offset = grownInts(sessions.offset, room)
  sessions.length = grownInts(sessions.length, room)
  sessions.feeder = grownInts(sessions.feeder, room)
  sessions.maxW = grown(sessions.maxW, room)
  sessions.needWm = grown(sessions.needWm, room)
  sessions.goalWm = grown(sessions.goalWm, room)
  sessions.servedWm = grown(sessions.servedWm, room)
  sessions.part = grownInts(sessions.part, room)
  sessions.rank = grownInts(sessions.rank, room)
}

/** Makes room for as many arcs more. */
export function growArcs(arcs: ArcColumns, more: number): void {
  if (arcs.count + more <= arcs.capWm.length) return
  const room = roomFor(arcs.count + more)
  arcs.capWm = grown(arcs.capWm, room)
  arcs.energyWm = grown(arcs.energyWm, room)
  arcs.session = grownInts(arcs.session, room)
  arcs.node = grownInts(arcs.node, room)
  arcs.next = grownInts(arcs.next, room)
  arcs.previous = grownInts(arcs.previous, room)
  arcs.noted = grownInts(arcs.noted, room)
}

export function grownInts(column: Int32Array, room: number): Int32Array {
  const wider = new Int32Array(room)
  wider.set(column)
  return wider
}

function grown(column: Float64Array, room: number): Float64Array {
  const wider = new Float64Array(room)
  wider.set(column)
  return wider
}

function roomFor(count: number): number {
  return Math.max(16, Math.ceil(count * 1.5))
}
