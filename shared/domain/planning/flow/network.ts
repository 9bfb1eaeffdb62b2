import { at, whole } from '../cells.ts'
import {
  arcColumns,
  growArcs,
  growSessions,
  sessionColumns,
  type ArcColumns,
  type SessionColumns,
} from './columns.ts'
import { clearSession } from './energy.ts'
import { feederTree, type FeederTree } from './feeder-tree.ts'
import type { Journal } from './journal.ts'
import { presentMinutes, slotsPresent, usableMinutes, wholeWattMinutes } from './presence.ts'
import type { PlanningProblem, PlanSession } from '../problem.ts'
import { searchScratch, type Search } from './search-scratch.ts'

/**
 * The planner's flow network: energy runs from sessions through their feeders, each feeder slot by slot, into the
 * site's slots. A node is a feeder in a slot (`feeder * slots + slot`); the first `slots` of them are the site. Arcs
 * lead from a session to its feeder's nodes. Everything is in whole watt-minutes (Wm).
 */
export interface Network {
  readonly slots: number
  readonly slotMinutes: number
  readonly elapsed: number
  readonly tree: FeederTree
  /** Usable minutes of each slot. */
  readonly minutes: Float64Array
  readonly baseW: Float64Array
  /** What each node can pass; of the site's, what the base load leaves. */
  readonly limitWm: Float64Array
  /** What each node passes now. */
  readonly loadWm: Float64Array
  /** The first arc of each node; -1 for none. */
  readonly firstArc: Int32Array
  readonly nodePart: Int32Array
  readonly sessions: SessionColumns
  readonly arcs: ArcColumns
  readonly search: Search
  /** Indices that sessions left behind. */
  readonly spareSessions: number[]
  /** Where arcs of sessions that were taken away lay, by how many. */
  readonly spareArcs: Map<number, number[]>
  /** What changes are noted in, so that they can be taken back; null: nothing is noted. */
  journal: Journal | null
}

/** What the site and its feeders bear: all of a problem but its sessions. */
export type Site = Pick<
  PlanningProblem,
  'slotMinutes' | 'slots' | 'elapsed' | 'baseW' | 'limitW' | 'feeders'
>

/**
 * A network without sessions.
 * @param expected what it is going to hold, so that its columns need not grow
 */
export function siteNetwork(site: Site, expected = { sessions: 16, arcs: 16 }): Network {
  const { slots, slotMinutes, elapsed } = site
  const tree = feederTree(site.feeders)
  const nodes = tree.ids.length * slots
  const network: Network = {
    slots,
    slotMinutes,
    elapsed,
    tree,
    minutes: usableMinutes(slots, slotMinutes, elapsed),
    baseW: new Float64Array(slots),
    limitWm: new Float64Array(nodes),
    loadWm: new Float64Array(nodes),
    firstArc: new Int32Array(nodes).fill(-1),
    nodePart: new Int32Array(nodes),
    sessions: sessionColumns(expected.sessions),
    arcs: arcColumns(expected.arcs),
    search: searchScratch(nodes),
    spareSessions: [],
    spareArcs: new Map(),
    journal: null,
  }
  network.search.growSessions(expected.sessions)
  network.baseW.set(site.baseW)
  for (let slot = 0; slot < slots; slot += 1) {
    const minutes = at(network.minutes, slot)
    const leftW = (site.limitW?.[slot] ?? Infinity) - at(network.baseW, slot)
    network.limitWm[slot] = wholeWattMinutes(leftW, minutes)
    tree.limitW.forEach((limitW, feeder) => {
      if (limitW === null) return
      network.limitWm[feeder * slots + slot] = wholeWattMinutes(limitW[slot] ?? 0, minutes)
    })
  }
  return network
}

/**
 * Adds a session that gets nothing yet. It wants what `energyWh` says, as far as its own power allows.
 * @param feeder index in the network's tree
 * @returns its index
 */
export function addSession(
  network: Network,
  session: Pick<PlanSession, 'arrive' | 'depart' | 'maxW' | 'energyWh'>,
  feeder: number,
  rank = 0,
): number {
  const { sessions, arcs, slots } = network
  const { first, until } = slotsPresent(session, slots)
  const index = network.spareSessions.pop() ?? newSession(network)
  const offset = network.spareArcs.get(until - first)?.pop() ?? newArcs(network, until - first)
  let ownWm = 0
  for (let slot = first; slot < until; slot += 1) {
    const arc = offset + slot - first
    const capWm = wholeWattMinutes(session.maxW, presentMinutes(session, slot, network))
    arcs.capWm[arc] = capWm
    arcs.energyWm[arc] = 0
    arcs.session[arc] = index
    linkArc(network, arc, feeder * slots + slot)
    ownWm += capWm
  }
  sessions.first[index] = first
  sessions.offset[index] = offset
  sessions.length[index] = until - first
  sessions.feeder[index] = feeder
  sessions.maxW[index] = session.maxW
  sessions.needWm[index] = Math.min(ownWm, wattMinutesOf(session.energyWh))
  sessions.goalWm[index] = at(sessions.needWm, index)
  sessions.servedWm[index] = 0
  sessions.part[index] = 0
  sessions.rank[index] = rank
  return index
}

/** Whole watt-minutes of an energy in Wh. */
export function wattMinutesOf(energyWh: number): number {
  return Math.max(0, Math.round(energyWh * 60))
}

/** Takes a session away, and what it got. */
export function removeSession(network: Network, index: number): void {
  const { sessions, spareArcs } = network
  clearSession(network, index)
  const offset = whole(sessions.offset, index)
  const length = whole(sessions.length, index)
  for (let arc = offset + length - 1; arc >= offset; arc -= 1) unlinkArc(network, arc)
  if (length > 0) {
    const spare = spareArcs.get(length)
    if (spare === undefined) spareArcs.set(length, [offset])
    else spare.push(offset)
  }
  sessions.length[index] = 0
  sessions.needWm[index] = 0
  sessions.goalWm[index] = 0
  network.spareSessions.push(index)
}

function newSession({ sessions, search }: Network): number {
  growSessions(sessions)
  search.growSessions(sessions.first.length)
  sessions.count += 1
  return sessions.count - 1
}

function newArcs({ arcs }: Network, length: number): number {
  growArcs(arcs, length)
  arcs.count += length
  return arcs.count - length
}

function linkArc({ arcs, firstArc }: Network, arc: number, node: number): void {
  const behind = whole(firstArc, node)
  arcs.node[arc] = node
  arcs.next[arc] = behind
  arcs.previous[arc] = -1
  arcs.noted[arc] = 0
  if (behind >= 0) arcs.previous[behind] = arc
  firstArc[node] = arc
}

function unlinkArc({ arcs, firstArc }: Network, arc: number): void {
  const before = whole(arcs.previous, arc)
  const behind = whole(arcs.next, arc)
  if (before >= 0) arcs.next[before] = behind
  else firstArc[whole(arcs.node, arc)] = behind
  if (behind >= 0) arcs.previous[behind] = before
}
