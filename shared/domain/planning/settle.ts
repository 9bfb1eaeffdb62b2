import { at } from './cells.ts'
import { usableSlots } from './even-out.ts'
import type { Filler } from './flow/fill.ts'
import type { Network } from './flow/network.ts'
import { pushAll } from './flow/push.ts'
import { reachedNode } from './flow/search.ts'
import { vessels, waterLevel, type Vessels } from './water-level.ts'

/**
 * Gives one session what it wants and moves as few others as possible. It is filled into the valleys they leave; only
 * where that would raise the peak are others moved, and only where that doesn't help is the peak raised, as little as
 * it can be: the slots that no push gets out of tell how much (Newton's method on smallest cuts). Nobody loses anything.
 * @param presentW the peak that is there already, W
 * @returns what the session doesn't get, Wm; then the last search shows what is full
 */
export function settle(
  network: Network,
  { fill }: Filler,
  session: number,
  presentW: number,
): number {
  const { sessions, limitWm } = network
  fill(session, presentW)
  let shortWm = shortOf(network, session)
  if (shortWm === 0) return 0
  const ceilings = ceilingsAt(network, presentW)
  for (;;) {
    pushAll(network, { sources: [~session], ceilingWm: ceilings.wm, part: 0 })
    shortWm = shortOf(network, session)
    if (shortWm === 0) return 0
    const levelW = levelFor(network, shortWm, ceilings.scratch)
    if (levelW === Infinity) break
    raiseTo(network, ceilings.wm, levelW)
  }
  pushAll(network, { sources: [~session], ceilingWm: limitWm, part: 0 })
  return at(sessions.needWm, session) - at(sessions.servedWm, session)
}

function shortOf({ sessions }: Network, session: number): number {
  return at(sessions.needWm, session) - at(sessions.servedWm, session)
}

/** What each slot may pass without raising the peak: up to the level, or what it passes already. */
function ceilingsAt(network: Network, levelW: number): { wm: Float64Array; scratch: Vessels } {
  const wm = network.loadWm.slice(0, network.slots)
  raiseTo(network, wm, levelW)
  return { wm, scratch: vessels(network.slots) }
}

function raiseTo({ baseW, minutes, limitWm }: Network, ceilingWm: Float64Array, levelW: number) {
  for (let slot = 0; slot < ceilingWm.length; slot += 1) {
    const levelWm = Math.ceil((levelW - at(baseW, slot)) * at(minutes, slot))
    const wm = Math.min(at(limitWm, slot), levelWm)
    if (wm > at(ceilingWm, slot)) ceilingWm[slot] = wm
  }
}

/** The level at which the slots that the last search could not leave take that much more, W; Infinity for none. */
function levelFor(network: Network, moreWm: number, scratch: Vessels): number {
  const { loadWm, limitWm, baseW, minutes } = network
  scratch.count = 0
  for (const slot of usableSlots(network)) {
    if (!reachedNode(network, slot)) continue
    const wide = at(minutes, slot)
    scratch.floorW[scratch.count] = at(baseW, slot) + at(loadWm, slot) / wide
    scratch.minutes[scratch.count] = wide
    // None needs to take more than there is; a site without a limit could.
    const roomWm = Math.min(moreWm, at(limitWm, slot) - at(loadWm, slot))
    scratch.roomWm[scratch.count] = Math.max(0, roomWm)
    scratch.count += 1
  }
  return waterLevel(scratch, moreWm)
}
