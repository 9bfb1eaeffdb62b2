import { at, whole } from '../cells.ts'
import { setEnergy } from './energy.ts'
import type { Network } from './network.ts'
import { takenWm, vessels, waterLevel, type Vessels } from '../water-level.ts'

/** A way to fill one session after the other into the valleys that the others leave. */
export interface Filler {
  /**
   * Gives a session anew what it wants, as low as possible under the limits and beside what the others have.
   * @param atMostW the level it may come to, W
   * @returns the level at which it would get everything, W; Infinity when there is none
   */
  fill(session: number, atMostW?: number): number
}

export function filler(network: Network): Filler {
  let scratch = vessels(16)
  return {
    fill(session, atMostW = Infinity) {
      const { sessions, arcs } = network
      const length = whole(sessions.length, session)
      if (scratch.floorW.length < length) scratch = vessels(2 * length)
      const needWm = at(sessions.needWm, session)
      valleys(network, session, scratch)
      const wantedW = waterLevel(scratch, needWm)
      const levelW = Math.min(wantedW, atMostW)
      const offset = whole(sessions.offset, session)
      let leftWm = needWm
      for (let index = 0; index < length; index += 1) {
        const energyWm = Math.min(leftWm, takenWm(scratch, index, levelW))
        if (at(arcs.energyWm, offset + index) !== energyWm) {
          setEnergy(network, offset + index, energyWm)
        }
        leftWm -= energyWm
      }
      return wantedW
    },
  }
}

/** The load a session finds in each of its slots without itself, and what it could take there. */
function valleys(network: Network, session: number, into: Vessels): void {
  const { sessions, arcs, tree, loadWm, limitWm, minutes, baseW, slots } = network
  const offset = whole(sessions.offset, session)
  const first = whole(sessions.first, session)
  const own = whole(sessions.feeder, session)
  into.count = whole(sessions.length, session)
  for (let index = 0; index < into.count; index += 1) {
    const arc = offset + index
    const slot = first + index
    const energyWm = at(arcs.energyWm, arc)
    const wide = at(minutes, slot)
    let roomWm = Math.min(at(arcs.capWm, arc), at(limitWm, slot) - at(loadWm, slot) + energyWm)
    for (let feeder = own; feeder > 0; feeder = whole(tree.parent, feeder)) {
      const node = feeder * slots + slot
      const left = at(limitWm, node) - at(loadWm, node) + energyWm
      if (left < roomWm) roomWm = left
    }
    into.floorW[index] = at(baseW, slot) + (at(loadWm, slot) - energyWm) / wide
    into.minutes[index] = wide
    into.roomWm[index] = roomWm > 0 ? roomWm : 0
  }
}

/** Sessions by how little time they have to spare, the tightest first; the same order for the same sessions. */
export function tightestFirst({ sessions, arcs }: Network, which: readonly number[]): number[] {
  const spare = new Map<number, number>()
  for (const session of which) {
    const offset = whole(sessions.offset, session)
    const until = offset + whole(sessions.length, session)
    let ownWm = 0
    for (let arc = offset; arc < until; arc += 1) ownWm += at(arcs.capWm, arc)
    const power = Math.max(1, at(sessions.maxW, session))
    spare.set(session, (ownWm - at(sessions.needWm, session)) / power)
  }
  return which.toSorted(
    (one, other) => (spare.get(one) ?? 0) - (spare.get(other) ?? 0) || one - other,
  )
}
