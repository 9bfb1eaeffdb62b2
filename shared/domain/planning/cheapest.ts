import { at, whole } from './cells.ts'
import { clearSession, setEnergy } from './flow/energy.ts'
import { evenOut, usableSlots } from './even-out.ts'
import { roomWm } from './flow/lay.ts'
import type { Network } from './flow/network.ts'
import { pushAll } from './flow/push.ts'

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
    if (level.some((slot) => at(loadWm, slot) < at(limitWm, slot))) {
      pushAll(network, { sources, ceilingWm, part: 0 })
    }
    for (const slot of level) ceilingWm[slot] = at(loadWm, slot)
  }
  for (const [, level] of cheapestFirst) evenOut(network, level)
}

/**
 * Each session by itself takes what it has in the cheapest slots that have room: not the cheapest plan, but nearer to it
 * than the flattest is.
 * @param which all sessions that have anything
 */
export function chargeAtLowestPrices(
  network: Network,
  which: readonly number[],
  prices: readonly number[],
): void {
  const { sessions, limitWm } = network
  const hadWm = which.map((session) => at(sessions.servedWm, session))
  for (const session of which) clearSession(network, session)
  const cheapestFirst = usableSlots(network).sort(
    (one, other) => (prices[one] ?? 0) - (prices[other] ?? 0),
  )
  which.forEach((session, place) => {
    let leftWm = hadWm[place] ?? 0
    const first = whole(sessions.first, session)
    const offset = whole(sessions.offset, session)
    for (const slot of cheapestFirst) {
      if (leftWm <= 0) break
      if (slot < first || slot >= first + whole(sessions.length, session)) continue
      const arc = offset + slot - first
      const energyWm = Math.min(leftWm, roomWm(network, arc))
      setEnergy(network, arc, energyWm)
      leftWm -= energyWm
    }
    sessions.goalWm[session] = hadWm[place] ?? 0
  })
  const sources = which.map((session) => ~session)
  pushAll(network, { sources, ceilingWm: limitWm, part: 0 })
  for (const session of which) sessions.goalWm[session] = at(sessions.needWm, session)
}
