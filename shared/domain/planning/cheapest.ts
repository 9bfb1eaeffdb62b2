import { at } from './cells.ts'
import { evenOut, usableSlots } from './even-out.ts'
import type { Network } from './network.ts'
import { pushAll } from './push.ts'

/**
 * Moves what the sessions have to the cheapest slots that the limits allow, and evens it out among slots of one price.
 * Filling the cheapest slots as far as they go, then the next, costs least in all, because the loads form a polymatroid
 * (Edmonds 1970).
 * @param prices of each slot
 */
export function cheapen(network: Network, prices: readonly number[]): void {
  const { loadWm, limitWm, slots } = network
  const byPrice = Map.groupBy(usableSlots(network), (slot) => prices[slot] ?? 0)
  const cheapestFirst = [...byPrice].sort(([one], [other]) => one - other)
  // What lies in dearer slots is to leave them, what lies in cheaper ones stays.
  const ceilingWm = new Float64Array(slots)
  for (const [price, level] of cheapestFirst) {
    for (const slot of level) ceilingWm[slot] = at(limitWm, slot)
    const sources = usableSlots(network).filter(
      (slot) => (prices[slot] ?? 0) > price && at(loadWm, slot) > 0,
    )
    pushAll(network, { sources, ceilingWm, part: 0 })
    for (const slot of level) ceilingWm[slot] = at(loadWm, slot)
  }
  for (const [, level] of cheapestFirst) evenOut(network, level)
}
