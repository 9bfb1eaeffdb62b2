import { at, whole } from '../cells.ts'
import type { Network } from './network.ts'
import type { CriticalSet } from '../plan.ts'
import { reach, reachedNode } from './search.ts'

/**
 * Where there is too little for some sessions: the slots and feeders that are full with what can go nowhere else, and
 * the sessions that hold it. Asked of a network in which no push serves them any better.
 */
export function cutFrom(
  network: Network,
  short: readonly number[],
): { readonly critical: CriticalSet; readonly held: readonly number[] } {
  const { sessions, limitWm, search } = network
  reach(network, { sources: short.map((session) => ~session), ceilingWm: limitWm, part: 0 })
  const slots = new Set<number>()
  const feederIds = fullFeeders(network, slots)
  const held: number[] = []
  for (let index = 0; index < search.reached; index += 1) {
    const place = whole(search.queue, index)
    if (place >= 0 && place < network.slots) slots.add(place)
    if (place < 0 && at(sessions.servedWm, ~place) > 0) held.push(~place)
  }
  return { critical: { slots: [...slots].sort((one, other) => one - other), feederIds }, held }
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
