import { at, whole } from '../cells.ts'
import { loadsOf, peakOf } from '../phase/fuses.ts'
import { eachCell } from '../phase/stays.ts'
import { missedWm, weigh, type Cars } from './cars.ts'
import type { Choice } from './choice.ts'
import { fillUp } from './choose.ts'
import { layAnew } from './descent.ts'
import { harden } from './harden.ts'
import { mend } from './mend.ts'
import type { Laid } from './standing.ts'
import { lookAround, plainly } from './surroundings.ts'

/**
 * Lays the cars as they were laid before, so that their chargers need not be told anew. Who needs less stops earlier;
 * who needs more gets it in the slots it has as far as they go. Only who is new, or is in another's way, is laid anew.
 * @param before what each drew in that plan, as means over the slots
 * @param enoughW a peak that is low enough; for a lower one nobody is moved
 */
export function layNear(
  cars: Cars,
  before: Float64Array,
  order: Int32Array,
  choice: Choice,
  enoughW: number,
): Laid {
  const { stays, fuses } = cars
  const means = new Float64Array(before.length)
  for (const s of order) if (drawsEnough(cars, before, s)) copyUntilFull(cars, before, s, means)
  const laid: Laid = { means, loads: loadsOf(stays, fuses, means) }
  harden(cars, laid, order, choice)
  for (const s of order) {
    if (missedWm(cars, means, s) > 0) stretch(cars, laid, s, choice)
    if (missedWm(cars, means, s) > 0) layAnew(cars, laid, s, choice)
  }
  mend(cars, laid, order, choice)
  lower(cars, laid, order, choice, enoughW)
  laid.loads.set(loadsOf(stays, fuses, means))
  return laid
}

/** Lays those anew that draw at the peak, one by one, until it is low enough. */
function lower(cars: Cars, laid: Laid, order: Int32Array, choice: Choice, enoughW: number): void {
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1)
    for (const s of order.toReversed()) {
      if (peakOf(cars.fuses, laid.loads) <= enoughW) return
      if (drawsAbove(cars, laid, s, enoughW)) layAnew(cars, laid, s, choice)
    }
}

const MOST_SWEEPS = 3

/** Whether it draws where what counts bears more than that. */
function drawsAbove({ stays, fuses }: Cars, { means, loads }: Laid, s: number, w: number): boolean {
  let draws = false
  eachCell(stays, s, (cell, slot) => {
    if (at(means, cell) <= 0) return
    for (let p = whole(fuses.path, s); p < whole(fuses.path, s + 1); p += 1) {
      const fuse = whole(fuses.onto, p)
      if (fuses.list[fuse]?.counts === true && at(loads, fuse * fuses.slots + slot) > w)
        draws = true
    }
  })
  return draws
}

/** Whether it drew its minimum wherever it drew at all, and goes on if it has to: that may have changed. */
function drawsEnough({ stays, leastW, begun }: Cars, means: Float64Array, s: number): boolean {
  let enough = whole(begun, s) === 0 || at(means, whole(stays.begin, s)) > 0
  eachCell(stays, s, (cell) => {
    const mean = at(means, cell)
    if (mean > 0 && mean < at(leastW, s) * at(stays.share, cell) * (1 - NOISE)) enough = false
  })
  return enough
}

const NOISE = 1e-9

function copyUntilFull(cars: Cars, before: Float64Array, s: number, means: Float64Array): void {
  const { stays, leastW } = cars
  let leftWm = at(cars.needWm, s)
  eachCell(stays, s, (cell, slot) => {
    const mean = at(before, cell)
    if (mean <= 0 || leftWm <= at(cars.needWm, s) * NOISE) return
    const low = at(leastW, s) * at(stays.share, cell)
    means[cell] = Math.max(low, Math.min(mean, leftWm / at(stays.minutes, slot)))
    leftWm -= at(means, cell) * at(stays.minutes, slot)
  })
}

/** Gives a car more in the slots in which it draws already, if they hold all that it needs. */
function stretch(cars: Cars, { means, loads }: Laid, s: number, choice: Choice): void {
  const begin = whole(cars.stays.begin, s)
  weigh(cars, loads, s, means, -1)
  lookAround(cars, s, { loads, taken: loads, manner: plainly }, choice)
  const { order, lowW, highW } = choice
  let open = 0
  for (let place = 0; place < choice.open; place += 1) {
    const cell = whole(order, place)
    const mean = at(means, begin + cell)
    if (mean <= 0) continue
    lowW[cell] = mean
    highW[cell] = Math.max(mean, at(highW, cell))
    order[open] = cell
    open += 1
  }
  choice.open = open
  fillUp(choice, at(cars.needWm, s), begin, means)
  weigh(cars, loads, s, means, 1)
}
