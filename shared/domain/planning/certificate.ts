import { at } from './cells.ts'
import { fullFeeders } from './flow/cut.ts'
import { usableSlots } from './even-out.ts'
import type { Network } from './flow/network.ts'
import type { CriticalSet } from './plan.ts'
import { reach, reachedNode } from './flow/search.ts'
import { peakW } from './flow/site-load.ts'
import { vessels, vesselsFrom, waterLevel } from './water-level.ts'

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
 * those it could be moved to, can't be moved out of them; so the level at which it stands in them, each filled no further
 * than its limit, is a peak that nobody goes below. It is the plan's own peak where the plan is the flattest, and less
 * where it isn't.
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
  // What is held stands at some level in what holds it, and a slot bears no more than its limit.
  const held = slots.filter((slot) => atPeak.has(slot) || reachedNode(network, slot))
  const levelW = heldLevelW(network, held)
  const ceilingW = (slot: number): number => at(baseW, slot) + at(limitWm, slot) / at(minutes, slot)
  const critical = held.filter((slot) => atPeak.has(slot) || ceilingW(slot) > levelW)
  // The building's own peak nobody goes below either.
  const provenPeakW = slots.reduce(
    (peak, slot) => Math.max(peak, at(baseW, slot)),
    Math.max(0, levelW),
  )
  return { provenPeakW, critical: { slots: critical, feederIds: fullFeeders(network) } }
}

/** How high what these slots bear together stands in them, W: no plan keeps it in them below that. */
function heldLevelW(network: Network, held: readonly number[]): number {
  const scratch = vessels(held.length)
  return waterLevel(scratch, vesselsFrom(network, held, scratch))
}
