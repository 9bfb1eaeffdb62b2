import { at, whole } from '../cells.ts'
import { vessels, waterLevel, type Vessels } from '../water-level.ts'
import { drawOn, loadsOf, type Fuses } from './fuses.ts'
import type { Stays } from './stays.ts'

/**
 * A plan on its way to the lowest of its highest loads. Each place's load counts with `lift` added, so that places with
 * limits of different height can be held to one measure; -Infinity takes a place out.
 */
export interface Descent {
  readonly stays: Stays
  readonly fuses: Fuses
  /** What each session is to get. */
  readonly needWm: Float64Array
  readonly means: Float64Array
  readonly loads: Float64Array
  readonly lift: Float64Array
  readonly scratch: Vessels
}

/** What sessions give up where it gets too dear: how much at most, from which level on, and how far that falls as they fill. */
export interface Worth {
  readonly optionalWm: Float64Array
  readonly ceiling: number
  readonly fall: number
}

/** A descent that starts from those means. */
export function descentOf(
  stays: Stays,
  fuses: Fuses,
  needWm: Float64Array,
  means: Float64Array,
): Descent {
  const loads = loadsOf(stays, fuses, means)
  const lift = new Float64Array(loads.length)
  const scratch = vessels(stays.slots + 1)
  return { stays, fuses, needWm, means, loads, lift, scratch }
}

/** A place where nobody minds any load. */
const FREE = -1e6

/**
 * Lets every session in turn answer the others: it lowers the sum of e^(steepness x load) as far as it alone can. For
 * a session on several fuses of equal weight they act as one, whose load is the smooth maximum of theirs, and the
 * best answer is to fill water over it; where weights differ, the heaviest bounds the curve from above.
 */
export function sweep(descent: Descent, steepness: number, order: Int32Array, worth?: Worth): void {
  for (const s of order) answer(descent, steepness, s, worth)
}

function answer(descent: Descent, steepness: number, s: number, worth: Worth | undefined): void {
  const { stays, fuses, needWm, means, loads, scratch } = descent
  const begin = whole(stays.begin, s)
  const cells = whole(stays.begin, s + 1) - begin
  const firstSlot = whole(stays.first, s)
  const most = at(stays.maxW, s)
  const heaviest = heaviestOf(fuses, s)
  for (let cell = 0; cell < cells; cell++) {
    const minutes = at(stays.minutes, firstSlot + cell)
    const smooth = smoothMaximum(descent, steepness, s, firstSlot + cell, heaviest)
    scratch.floorW[cell] = smooth - heaviest * at(means, begin + cell)
    scratch.minutes[cell] = minutes / heaviest
    scratch.roomWm[cell] = most * at(stays.share, begin + cell) * minutes
  }
  scratch.count = cells
  if (worth !== undefined && at(worth.optionalWm, s) > 0) {
    // What it doesn't get is water in a vessel of its own, whose bottom is what its last share is worth.
    scratch.floorW[cells] = worth.ceiling - worth.fall
    scratch.minutes[cells] = at(worth.optionalWm, s) / worth.fall
    scratch.roomWm[cells] = at(worth.optionalWm, s)
    scratch.count = cells + 1
  }
  const level = waterLevel(scratch, at(needWm, s))
  for (let cell = 0; cell < cells; cell++) {
    const over = (level - at(scratch.floorW, cell)) / heaviest
    const deep = most * at(stays.share, begin + cell)
    const mean = over <= 0 ? 0 : over >= deep ? deep : over
    const change = mean - at(means, begin + cell)
    if (change === 0) continue
    means[begin + cell] = mean
    drawOn(fuses, loads, s, firstSlot + cell, change)
  }
}

function heaviestOf({ path, weight }: Fuses, s: number): number {
  let heaviest = 1
  for (let p = whole(path, s); p < whole(path, s + 1); p++)
    if (at(weight, p) > heaviest) heaviest = at(weight, p)
  return heaviest
}

/** The smooth maximum of what a session's fuses bear in a slot, as the session feels it. */
function smoothMaximum(
  { fuses, loads, lift }: Descent,
  steepness: number,
  s: number,
  slot: number,
  heaviest: number,
): number {
  const { path, onto, weight, slots } = fuses
  const from = whole(path, s)
  const until = whole(path, s + 1)
  let highest = -Infinity
  for (let p = from; p < until; p++) {
    const place = whole(onto, p) * slots + slot
    const load = at(loads, place) + at(lift, place)
    if (load > highest) highest = load
  }
  if (highest === -Infinity) return FREE
  let sum = 0
  for (let p = from; p < until; p++) {
    const place = whole(onto, p) * slots + slot
    const below = (at(loads, place) + at(lift, place) - highest) * steepness
    if (below > -30) sum += (at(weight, p) / heaviest) * (below === 0 ? 1 : Math.exp(below))
  }
  return highest + Math.log(sum) / steepness
}
