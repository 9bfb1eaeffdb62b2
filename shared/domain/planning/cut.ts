import { at, whole } from './cells.ts'
import type { Network } from './network.ts'
import type { CriticalSet } from './plan.ts'
import { reach, reachedNode } from './search.ts'

/**
 * Where there is too little for a session: the slots and feeders that are full with what can go nowhere else. Asked of
 * a network in which no push serves the session any better.
 */
export function criticalFor(network: Network, session: number): CriticalSet {
  const { sessions, limitWm } = network
  const goalWm = at(sessions.goalWm, session)
  sessions.goalWm[session] = at(sessions.servedWm, session) + 1
  reach(network, { sources: [~session], ceilingWm: limitWm, part: 0 })
  sessions.goalWm[session] = goalWm
  return fullSlots(network)
}

/** What the last search could not leave: slots in which the site is full, or a feeder, and those feeders. */
export function fullSlots(network: Network): CriticalSet {
  const { slots } = network
  const full = new Set<number>()
  const feederIds = fullFeeders(network, full)
  for (let slot = 0; slot < slots; slot += 1) if (reachedNode(network, slot)) full.add(slot)
  return { slots: [...full].sort((one, other) => one - other), feederIds }
}

/**
 * Feeders that the last search came to but not past, because they are full.
 * @param slots told the slots in which they are
 */
export function fullFeeders(network: Network, slots?: Set<number>): string[] {
  const { tree, search } = network
  const full = new Set<number>()
  for (let index = 0; index < search.reached; index += 1) {
    const place = whole(search.queue, index)
    if (place < network.slots) continue
    const feeder = Math.floor(place / network.slots)
    const upper = place + (whole(tree.parent, feeder) - feeder) * network.slots
    if (reachedNode(network, upper)) continue
    full.add(feeder)
    slots?.add(place - feeder * network.slots)
  }
  return [...full].sort((one, other) => one - other).map((feeder) => tree.ids[feeder] ?? '')
}
