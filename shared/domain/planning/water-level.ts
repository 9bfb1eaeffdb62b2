import { at } from './cells.ts'
import type { Network } from './flow/network.ts'

/** Vessels side by side: how high each stands, how wide it is and how much it takes. */
export interface Vessels {
  count: number
  /** W that are there already. */
  readonly floorW: Float64Array
  readonly minutes: Float64Array
  /** What it takes at most, Wm. */
  readonly roomWm: Float64Array
}

export function vessels(room: number): Vessels {
  return {
    count: 0,
    floorW: new Float64Array(room),
    minutes: new Float64Array(room),
    roomWm: new Float64Array(room),
  }
}

/**
 * Makes vessels of these slots of the site: the building's load is their floor, their limit says what they take.
 * @returns Wm that they bear together
 */
export function vesselsFrom(
  { loadWm, baseW, minutes, limitWm }: Network,
  slots: readonly number[],
  scratch: Vessels,
): number {
  let totalWm = 0
  for (const slot of slots) totalWm += at(loadWm, slot)
  scratch.count = slots.length
  slots.forEach((slot, index) => {
    scratch.floorW[index] = at(baseW, slot)
    scratch.minutes[index] = at(minutes, slot)
    // None needs to take more than there is; a site without a limit could.
    scratch.roomWm[index] = Math.min(at(limitWm, slot), totalWm)
  })
  return totalWm
}

/** Steps after which halving has found every level there is. */
const STEPS = 200

/**
 * How high an amount stands in the vessels: the level at which what each takes, from its floor up to it, makes the
 * amount. Newton's method on a rising broken line, which halves where it would leave what is known.
 * @returns W; Infinity when they don't take as much, -Infinity for nothing
 */
export function waterLevel({ count, floorW, minutes, roomWm }: Vessels, amountWm: number): number {
  if (amountWm <= 0) return -Infinity
  let lowW = Infinity
  let highW = -Infinity
  let allWm = 0
  for (let vessel = 0; vessel < count; vessel += 1) {
    const roomWmHere = at(roomWm, vessel)
    if (roomWmHere <= 0) continue
    const floor = at(floorW, vessel)
    const ceiling = floor + roomWmHere / at(minutes, vessel)
    if (floor < lowW) lowW = floor
    if (ceiling > highW) highW = ceiling
    allWm += roomWmHere
  }
  if (allWm < amountWm) return Infinity
  if (allWm === amountWm) return highW
  let levelW = (lowW + highW) / 2
  for (let step = 0; step < STEPS; step += 1) {
    let fullWm = 0
    let rising = 0
    let risingWm = 0
    for (let vessel = 0; vessel < count; vessel += 1) {
      const wide = at(minutes, vessel)
      const room = at(roomWm, vessel)
      const wm = (levelW - at(floorW, vessel)) * wide
      if (wm <= 0) continue
      if (wm >= room) fullWm += room
      else {
        risingWm += wm
        rising += wide
      }
    }
    const lacksWm = amountWm - fullWm - risingWm
    if (lacksWm < NOISE_WM && lacksWm > -NOISE_WM) return levelW
    if (lacksWm > 0) lowW = levelW
    else highW = levelW
    const next = rising > 0 ? levelW + lacksWm / rising : (lowW + highW) / 2
    levelW = next > lowW && next < highW ? next : (lowW + highW) / 2
  }
  return levelW
}

/** Nearer than this is the level itself: whole watt-minutes are counted. */
const NOISE_WM = 1e-4

/** What a vessel takes up to a level, in whole watt-minutes, upwards. */
export function takenWm(
  { floorW, minutes, roomWm }: Vessels,
  vessel: number,
  levelW: number,
): number {
  const wm = Math.ceil((levelW - at(floorW, vessel)) * at(minutes, vessel) - NOISE_WM)
  const room = at(roomWm, vessel)
  return wm >= room ? room : wm <= 0 ? 0 : wm
}
