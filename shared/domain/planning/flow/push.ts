import { add, at, whole } from '../cells.ts'
import { noteArc } from './journal.ts'
import type { Network } from './network.ts'
import { excessWm, reach, UPWARDS, type Push } from './search.ts'

/**
 * Pushes as much as possible from the sources to the drains, by the shortest ways first, so that few others are moved
 * (Dinic 1970). When it returns, what the last search reached is a smallest cut.
 * @returns the watt-minutes pushed
 */
export function pushAll(network: Network, push: Push): number {
  let pushedWm = 0
  while (reach(network, push)) {
    for (const source of push.sources) pushedWm += drain(network, push, source)
  }
  return pushedWm
}

/** Pushes from one source along the levels of the last search until no way is left. */
function drain(network: Network, push: Push, source: number): number {
  const { search } = network
  const { path, nodeLevel, sessionLevel } = search
  let pushedWm = 0
  let leftWm = excessWm(network, push, source)
  let depth = 0
  path[0] = source
  while (leftWm > 0) {
    const place = whole(path, depth)
    const forward =
      place < 0 ? alongSession(network, ~place, depth) : alongNode(network, place, depth)
    if (forward === ON) {
      depth += 1
    } else if (forward === AT_DRAIN && drainRoom(network, push, place) > 0) {
      const amountWm = augment(network, push, depth, leftWm)
      leftWm -= amountWm
      pushedWm += amountWm
      depth = 0
    } else {
      if (place < 0) sessionLevel[~place] = search.epoch - 1
      else nodeLevel[place] = search.epoch - 1
      if (depth === 0) break
      depth -= 1
    }
  }
  return pushedWm
}

/** The next step leads on, this is where a drain may be, or there is no way on. */
const ON = 1
const AT_DRAIN = 2
const STUCK = 0

function alongSession({ arcs, sessions, search }: Network, session: number, depth: number): number {
  const { nodeLevel, sessionArc, drainLevel, path, pathArc } = search
  const next = whole(search.sessionLevel, session) + 1
  if (next === drainLevel) return AT_DRAIN
  const until = whole(sessions.offset, session) + whole(sessions.length, session)
  let arc = whole(sessionArc, session)
  for (; arc < until; arc += 1) {
    const node = whole(arcs.node, arc)
    if (whole(nodeLevel, node) !== next || at(arcs.energyWm, arc) >= at(arcs.capWm, arc)) continue
    sessionArc[session] = arc
    path[depth + 1] = node
    pathArc[depth] = arc
    return ON
  }
  sessionArc[session] = arc
  return STUCK
}

function alongNode(network: Network, node: number, depth: number): number {
  const { slots, tree, loadWm, limitWm, arcs, search } = network
  const { nodeLevel, sessionLevel, nodeArc, nodeChild, drainLevel, path, pathArc } = search
  const next = whole(nodeLevel, node) + 1
  if (next === drainLevel) return node < slots ? AT_DRAIN : STUCK
  const feeder = node < slots ? 0 : Math.floor(node / slots)
  if (whole(nodeArc, node) === UPWARDS) {
    if (feeder > 0 && at(loadWm, node) < at(limitWm, node)) {
      const upper = node + (whole(tree.parent, feeder) - feeder) * slots
      if (whole(nodeLevel, upper) === next) {
        path[depth + 1] = upper
        return ON
      }
    }
    nodeArc[node] = whole(network.firstArc, node)
  }
  for (let arc = whole(nodeArc, node); arc >= 0; arc = whole(arcs.next, arc)) {
    const session = whole(arcs.session, arc)
    if (whole(sessionLevel, session) !== next || at(arcs.energyWm, arc) === 0) continue
    nodeArc[node] = arc
    path[depth + 1] = ~session
    pathArc[depth] = arc
    return ON
  }
  nodeArc[node] = -1
  const below = tree.children[feeder] ?? []
  for (let child = whole(nodeChild, node); child < below.length; child += 1) {
    const lower = node + ((below[child] ?? 0) - feeder) * slots
    if (whole(nodeLevel, lower) !== next || at(loadWm, lower) === 0) continue
    nodeChild[node] = child
    path[depth + 1] = lower
    return ON
  }
  nodeChild[node] = below.length
  return STUCK
}

function drainRoom({ sessions, loadWm }: Network, { ceilingWm }: Push, place: number): number {
  return place >= 0
    ? at(ceilingWm, place) - at(loadWm, place)
    : at(sessions.servedWm, ~place) - at(sessions.goalWm, ~place)
}

/** Moves what the whole path can take, at most `leftWm`, from its source to its drain. */
function augment(network: Network, push: Push, depth: number, leftWm: number): number {
  const { arcs, sessions, loadWm, limitWm, journal } = network
  const { path, pathArc } = network.search
  const end = whole(path, depth)
  let amountWm = Math.min(leftWm, drainRoom(network, push, end))
  for (let step = 0; step < depth; step += 1) {
    const from = whole(path, step)
    const to = whole(path, step + 1)
    const arc = whole(pathArc, step)
    const roomWm =
      from < 0
        ? at(arcs.capWm, arc) - at(arcs.energyWm, arc)
        : to < 0
          ? at(arcs.energyWm, arc)
          : to < from
            ? at(limitWm, from) - at(loadWm, from)
            : at(loadWm, to)
    if (roomWm < amountWm) amountWm = roomWm
  }
  for (let step = 0; step < depth; step += 1) {
    const from = whole(path, step)
    const to = whole(path, step + 1)
    if (from < 0 || to < 0) {
      const arc = whole(pathArc, step)
      if (journal !== null) noteArc(network, journal, arc)
      add(arcs.energyWm, arc, from < 0 ? amountWm : -amountWm)
    } else if (to < from) {
      add(loadWm, from, amountWm)
    } else {
      add(loadWm, to, -amountWm)
    }
  }
  const source = whole(path, 0)
  if (source >= 0) add(loadWm, source, -amountWm)
  else add(sessions.servedWm, ~source, amountWm)
  if (end >= 0) add(loadWm, end, amountWm)
  else add(sessions.servedWm, ~end, -amountWm)
  return amountWm
}
