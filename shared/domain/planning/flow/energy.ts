import { add, at, whole } from '../cells.ts'
import { noteArc, type Journal } from './journal.ts'
import type { Network } from './network.ts'

/** Takes from a session all it got. */
export function clearSession(network: Network, index: number): void {
  const { sessions, arcs } = network
  const offset = whole(sessions.offset, index)
  const until = offset + whole(sessions.length, index)
  for (let arc = offset; arc < until; arc += 1) {
    if (arcs.energyWm[arc] !== 0) setEnergy(network, arc, 0)
  }
}

/** Gives an arc's session that much energy in its slot, and its feeders the load. */
export function setEnergy(network: Network, arc: number, energyWm: number): void {
  const { arcs, sessions, tree, loadWm, slots } = network
  const more = energyWm - at(arcs.energyWm, arc)
  if (more === 0) return
  if (network.journal !== null) noteArc(network, network.journal, arc)
  arcs.energyWm[arc] = energyWm
  const session = whole(arcs.session, arc)
  add(sessions.servedWm, session, more)
  let node = whole(arcs.node, arc)
  for (let feeder = whole(sessions.feeder, session); feeder >= 0;) {
    add(loadWm, node, more)
    const upper = whole(tree.parent, feeder)
    node += (upper - feeder) * slots
    feeder = upper
  }
}

/** Takes back what was noted, and notes no more. */
export function undoJournal(network: Network, { arcs, energiesWm }: Journal): void {
  network.journal = null
  for (let index = arcs.length - 1; index >= 0; index -= 1) {
    setEnergy(network, arcs[index] ?? 0, energiesWm[index] ?? 0)
  }
}
