import { at, whole } from '../cells.ts'
import { setEnergy } from './energy.ts'
import type { Network } from './network.ts'

/** What an arc can take beside all that is there already, Wm; its own energy counts as free. */
export function roomWm(network: Network, arc: number): number {
  const { arcs, sessions, tree, loadWm, limitWm, slots } = network
  const energyWm = at(arcs.energyWm, arc)
  let node = whole(arcs.node, arc)
  let mostWm = at(arcs.capWm, arc)
  for (let feeder = whole(sessions.feeder, whole(arcs.session, arc)); feeder >= 0;) {
    const leftWm = at(limitWm, node) - at(loadWm, node) + energyWm
    if (leftWm < mostWm) mostWm = leftWm
    const upper = whole(tree.parent, feeder)
    node += (upper - feeder) * slots
    feeder = upper
  }
  return Math.max(0, mostWm)
}

/**
 * Gives a session what it had in an earlier plan, as far as there is room and it wants as much.
 * @param hadWm what it had in a slot, Wm
 */
export function layAsBefore(
  network: Network,
  session: number,
  hadWm: (slot: number) => number,
): void {
  const { sessions } = network
  const offset = whole(sessions.offset, session)
  const first = whole(sessions.first, session)
  let leftWm = at(sessions.needWm, session)
  for (let index = 0; index < whole(sessions.length, session) && leftWm > 0; index += 1) {
    const arc = offset + index
    const energyWm = Math.min(leftWm, roomWm(network, arc), Math.round(hadWm(first + index)))
    setEnergy(network, arc, energyWm)
    leftWm -= energyWm
  }
}

/** Sessions that have less than they want, as sources of a push. */
export function hungry({ sessions }: Network, which: readonly number[]): number[] {
  return which
    .filter((session) => at(sessions.servedWm, session) < at(sessions.needWm, session))
    .map((session) => ~session)
}
