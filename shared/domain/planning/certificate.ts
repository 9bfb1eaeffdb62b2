import { at } from './cells.ts'
import { fullFeeders } from './flow/cut.ts'
import { usableSlots } from './even-out.ts'
import type { Network } from './flow/network.ts'
import type { CriticalSet } from './plan.ts'
import { reach, reachedNode } from './flow/search.ts'
import { peakW } from './flow/site-load.ts'

/** A peak that no plan goes below, and what proves it. */
export interface Certificate {
  readonly provenPeakW: number
  /** The slots at the peak, and the feeders that are full outside of them. */
  readonly critical: CriticalSet
}

/** Slots that lie this near below the peak belong to it: energies are whole watt-minutes. */
const NEAR_WM = 2

/**
 * What the plan in the network proves of every other that delivers as much: all that the slots at its peak hold, and
 * those it could be moved to, can't be moved out of them; so their mean is a peak that nobody goes below. It is the
 * plan's own peak where the plan is the flattest, and less where it isn't.
 */
export function certificate(network: Network): Certificate {
  const { loadWm, limitWm, baseW, minutes } = network
  const slots = usableSlots(network)
  const highestW = peakW(network, 0, network.slots)
  const ceilingWm = loadWm.slice(0, network.slots)
  const sources = slots.filter((slot) => {
    const belowWm = (highestW - at(baseW, slot)) * at(minutes, slot) - at(loadWm, slot)
    return belowWm <= NEAR_WM
  })
  for (const slot of sources) ceilingWm[slot] = at(loadWm, slot) - 1
  reach(network, { sources, ceilingWm, part: 0 })
  const atPeak = new Set(sources)
  // A slot below the peak that bears next to no more takes next to nothing off those at it: the cut leads past it.
  const held = slots.filter((slot) => atPeak.has(slot) || reachedNode(network, slot))
  const isFull = (slot: number): boolean =>
    !atPeak.has(slot) && at(limitWm, slot) - at(loadWm, slot) <= NEAR_WM
  const critical = held.filter((slot) => !isFull(slot))
  let heldWm = 0
  let heldMinutes = 0
  for (const slot of critical) {
    heldWm += at(baseW, slot) * at(minutes, slot) + at(loadWm, slot)
    heldMinutes += at(minutes, slot)
  }
  for (const slot of held) if (isFull(slot)) heldWm -= at(limitWm, slot) - at(loadWm, slot)
  let provenPeakW = heldMinutes > 0 ? heldWm / heldMinutes : 0
  // The building's own peak nobody goes below either.
  for (const slot of slots) provenPeakW = Math.max(provenPeakW, at(baseW, slot))
  return { provenPeakW, critical: { slots: critical, feederIds: fullFeeders(network) } }
}
