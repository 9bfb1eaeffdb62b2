import { at } from './cells.ts'
import type { Network } from './flow/network.ts'
import { pushAll } from './flow/push.ts'
import { excessWm, joinParts, reachedNode, setReachedApart } from './flow/search.ts'
import { takenWm, vessels, vesselsFrom, waterLevel } from './water-level.ts'

/**
 * Evens out what the site draws over the given slots as far as the sessions, the feeders and the limits allow, without
 * taking anything from a session or changing what all these slots draw together. The curve that is left is the one
 * that is flattest in every sense at once: lowest peak, then lowest second level and so on, least sum of squares
 * (the loads form a base polytope: Fujishige 1980, Groenevelt 1991).
 *
 * Slots are brought to their common level; where that can't be done, the smallest cut parts those that stay above from
 * those that stay below, and both are evened out by themselves. Exact to a watt-minute in each slot.
 */
export function evenOut(network: Network, slots: readonly number[]): void {
  const { loadWm } = network
  const scratch = vessels(slots.length)
  const ceilingWm = loadWm.slice(0, network.slots)
  let parts = 0
  const open: { readonly part: number; readonly slots: readonly number[] }[] = [{ part: 0, slots }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { part } = next
    if (next.slots.length < 2) continue
    const totalWm = vesselsFrom(network, next.slots, scratch)
    if (totalWm === 0) continue
    const levelW = waterLevel(scratch, totalWm)
    next.slots.forEach((slot, index) => {
      ceilingWm[slot] = takenWm(scratch, index, levelW)
    })
    const sources = next.slots.filter((slot) => at(loadWm, slot) > at(ceilingWm, slot))
    const push = { sources, ceilingWm, part }
    pushAll(network, push)
    if (sources.every((slot) => excessWm(network, push, slot) <= 0)) continue
    // What stays above its level can only be evened out among what it reaches, the rest among itself.
    parts += 1
    const above = next.slots.filter((slot) => reachedNode(network, slot))
    const below = next.slots.filter((slot) => !reachedNode(network, slot))
    setReachedApart(network, parts)
    open.push({ part: parts, slots: above }, { part, slots: below })
  }
  joinParts(network)
}

/** Every slot of a network in which something can be charged. */
export function usableSlots({ slots, minutes }: Network): number[] {
  const usable: number[] = []
  for (let slot = 0; slot < slots; slot += 1) if (at(minutes, slot) > 0) usable.push(slot)
  return usable
}
