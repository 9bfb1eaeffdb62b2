import { at, whole } from '../cells.ts'
import type { Network } from './network.ts'
import { nextEpoch } from './search-scratch.ts'

/**
 * Where a push begins and may end. Sources are nodes of the site that pass more than their ceiling, and sessions that
 * have less than their goal; drains are nodes of the site below their ceiling, and sessions above their goal.
 */
export interface Push {
  /** Nodes of the site as they are, sessions as their complement (`~index`). */
  readonly sources: readonly number[]
  /** What each slot of the site is to pass at most, Wm; not above its limit. */
  readonly ceilingWm: Float64Array
  /** Nothing outside this part is touched. */
  readonly part: number
}

/** A node that has yet to try the way up. */
export const UPWARDS = -2

/**
 * Levels everything that energy can be pushed to from the sources, up to the nearest drain. When there is none, what
 * was reached is a cut: nothing that leads out of it can take more.
 * @returns whether there is a drain
 */
export function reach(network: Network, push: Push): boolean {
  const { sources, ceilingWm, part } = push
  const { slots, tree, loadWm, limitWm, firstArc, nodePart, search } = network
  const { energyWm, capWm, node: nodeOf, session: sessionOf, next } = network.arcs
  const { offset, length, part: sessionPart, servedWm, goalWm } = network.sessions
  const { nodeLevel, sessionLevel, nodeArc, nodeChild, sessionArc, queue } = search
  const epoch = nextEpoch(search)
  let end = 0
  for (const source of sources) {
    if (excessWm(network, push, source) <= 0) continue
    if (source >= 0) {
      nodeLevel[source] = epoch
      nodeArc[source] = UPWARDS
      nodeChild[source] = 0
    } else {
      sessionLevel[~source] = epoch
      sessionArc[~source] = whole(offset, ~source)
    }
    queue[end] = source
    end += 1
  }
  let drainLevel = 0
  for (let begin = 0; begin < end; begin += 1) {
    const place = whole(queue, begin)
    if (place < 0) {
      const session = ~place
      const level = whole(sessionLevel, session) + 1
      if (drainLevel > 0 && level >= drainLevel) break
      if (at(servedWm, session) > at(goalWm, session)) {
        drainLevel = level
        continue
      }
      const from = whole(offset, session)
      const until = from + whole(length, session)
      for (let arc = from; arc < until; arc += 1) {
        const node = whole(nodeOf, arc)
        if (whole(nodeLevel, node) >= epoch || at(energyWm, arc) >= at(capWm, arc)) continue
        if (whole(nodePart, node) !== part) continue
        nodeLevel[node] = level
        nodeArc[node] = UPWARDS
        nodeChild[node] = 0
        queue[end] = node
        end += 1
      }
      continue
    }
    const level = whole(nodeLevel, place) + 1
    if (drainLevel > 0 && level >= drainLevel) break
    const feeder = place < slots ? 0 : Math.floor(place / slots)
    if (feeder === 0) {
      if (at(loadWm, place) < at(ceilingWm, place)) {
        drainLevel = level
        continue
      }
    } else if (at(loadWm, place) < at(limitWm, place)) {
      const upper = place + (whole(tree.parent, feeder) - feeder) * slots
      if (whole(nodeLevel, upper) < epoch && whole(nodePart, upper) === part) {
        nodeLevel[upper] = level
        nodeArc[upper] = UPWARDS
        nodeChild[upper] = 0
        queue[end] = upper
        end += 1
      }
    }
    for (let arc = whole(firstArc, place); arc >= 0; arc = whole(next, arc)) {
      const session = whole(sessionOf, arc)
      if (whole(sessionLevel, session) >= epoch || at(energyWm, arc) === 0) continue
      if (whole(sessionPart, session) !== part) continue
      sessionLevel[session] = level
      sessionArc[session] = whole(offset, session)
      queue[end] = ~session
      end += 1
    }
    const below = tree.children[feeder] ?? []
    for (const child of below) {
      const lower = place + (child - feeder) * slots
      if (whole(nodeLevel, lower) >= epoch || at(loadWm, lower) === 0) continue
      if (whole(nodePart, lower) !== part) continue
      nodeLevel[lower] = level
      nodeArc[lower] = UPWARDS
      nodeChild[lower] = 0
      queue[end] = lower
      end += 1
    }
  }
  search.reached = end
  search.drainLevel = drainLevel
  return drainLevel > 0
}

/** What a source still has to give, Wm. */
export function excessWm(
  { sessions, loadWm }: Network,
  { ceilingWm }: Push,
  source: number,
): number {
  return source >= 0
    ? at(loadWm, source) - at(ceilingWm, source)
    : at(sessions.goalWm, ~source) - at(sessions.servedWm, ~source)
}

/** Whether the last search reached a node. */
export function reachedNode({ search }: Network, node: number): boolean {
  return whole(search.nodeLevel, node) >= search.epoch
}

/** Whether the last search reached a session. */
export function reachedSession({ search }: Network, session: number): boolean {
  return whole(search.sessionLevel, session) >= search.epoch
}

/** Sets all that the last search reached apart: searches of other parts no longer see it. */
export function setReachedApart({ search, nodePart, sessions }: Network, part: number): void {
  for (let index = 0; index < search.reached; index += 1) {
    const place = whole(search.queue, index)
    if (place >= 0) nodePart[place] = part
    else sessions.part[~place] = part
  }
}

/** Puts everything into one part again. */
export function joinParts({ nodePart, sessions }: Network): void {
  nodePart.fill(0)
  sessions.part.fill(0)
}
