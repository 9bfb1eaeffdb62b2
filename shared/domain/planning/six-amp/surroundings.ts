import { at, whole } from '../cells.ts'
import { roomOf } from '../phase/fuses.ts'
import type { Cars } from './cars.ts'
import type { Choice } from './choice.ts'

/** What decides where a car draws. */
export interface Surroundings {
  /** What all others are expected to draw: a car goes where that is little. */
  readonly loads: Float64Array
  /** What is taken already: a car goes where its fuses bear it besides that. */
  readonly taken: Float64Array
  readonly manner: Manner
}

/** How a car looks for its slots. */
export interface Manner {
  /** No fuse that counts is to bear more than this, W, where that can be helped; Infinity: all is to be even. */
  readonly ceilingW: number
  /** By how much each slot may seem higher than it is, W, so that what is best for one car alone isn't always found. */
  readonly jolt: (() => number) | null
  /** Whether slots that the car is in for a part only are worth a closer look. */
  readonly isThorough: boolean
  /**
   * Null: every limit is kept. Else only the building leaves no room; but what is full stands as high as this, W, so
   * that loads gather there no more than at the peak.
   */
  readonly brimW: number | null
}

export const plainly: Manner = {
  ceilingW: Infinity,
  jolt: null,
  isThorough: false,
  brimW: null,
}

/** Fills the choice with the slots in which a car can draw at all. */
export function lookAround(cars: Cars, s: number, around: Surroundings, choice: Choice): void {
  const { stays, fuses, dearnessW } = cars
  const { loads, taken } = around
  const { jolt, ceilingW, brimW } = around.manner
  const begin = whole(stays.begin, s)
  const first = whole(stays.first, s)
  const cells = whole(stays.begin, s + 1) - begin
  const leastW = at(cars.leastW, s)
  const mostW = at(cars.mostW, s)
  const weight = Math.max(1, at(cars.weight, s))
  choice.open = 0
  choice.ceilingW = ceilingW / weight
  for (let cell = 0; cell < cells; cell += 1) {
    const share = at(stays.share, begin + cell)
    if (share <= 0) continue
    const slot = first + cell
    const low = leastW * share
    const room = roomOf(fuses, brimW === null ? taken : fuses.baseW, s, slot)
    if (room < low || room <= 0) continue
    let floor = floorOf(cars, loads, s, slot) + at(dearnessW, slot)
    if (brimW !== null) floor = Math.max(floor, brimW / weight - roomOf(fuses, taken, s, slot))
    choice.lowW[cell] = low
    choice.highW[cell] = Math.min(mostW * share, room)
    choice.minutes[cell] = at(stays.minutes, slot)
    choice.floorW[cell] = floor
    choice.keyW[cell] = jolt === null ? floor : floor + jolt()
    choice.order[choice.open] = cell
    choice.open += 1
  }
}

/** What the fuses that count bear in a slot where the car draws, the fullest of them, as a W of the car weighs there. */
function floorOf({ fuses }: Cars, loads: Float64Array, s: number, slot: number): number {
  const { list, path, onto, weight, slots } = fuses
  let floor = 0
  for (let p = whole(path, s); p < whole(path, s + 1); p += 1) {
    const fuse = whole(onto, p)
    if (list[fuse]?.counts !== true) continue
    const stands = at(loads, fuse * slots + slot) / at(weight, p)
    if (stands > floor) floor = stands
  }
  return floor
}
