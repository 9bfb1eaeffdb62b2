import { loadsOf } from '../phase/fuses.ts'
import { weigh, type Cars } from './cars.ts'
import type { Choice } from './choice.ts'
import { choose } from './choose.ts'
import { copyOf, copyTo, isBetter, missesNothing, standingOf, type Laid } from './standing.ts'
import { plainly, type Manner } from './surroundings.ts'

/**
 * Lays the cars one by one where the plan leaves valleys. Where limits are kept, only what is laid already is in a car's
 * way: in the plan others may draw a little everywhere, and where the grid is full that leaves nobody room for 6 A.
 */
export function layAll(
  cars: Cars,
  plannedMeans: Float64Array,
  order: Int32Array,
  choice: Choice,
  manner: Manner,
): Laid {
  const { stays, fuses } = cars
  const means = plannedMeans.slice()
  const loads = loadsOf(stays, fuses, means)
  const laid = fuses.baseW.slice()
  const around = { loads, taken: manner.brimW === null ? laid : loads, manner }
  for (const s of order) {
    weigh(cars, loads, s, means, -1)
    choose(cars, s, around, choice, means)
    weigh(cars, loads, s, means, 1)
    weigh(cars, laid, s, means, 1)
  }
  return { means, loads: loadsOf(stays, fuses, means) }
}

/** Takes a car off and lays it anew, the others as they are. It never gets less by that. */
export function layAnew(
  cars: Cars,
  { means, loads }: Laid,
  s: number,
  choice: Choice,
  manner = plainly,
): void {
  weigh(cars, loads, s, means, -1)
  choose(cars, s, { loads, taken: loads, manner }, choice, means)
  weigh(cars, loads, s, means, 1)
}

const MOST_SWEEPS = 12
/** As near to what is proven as this is as good as there. */
const THERE = 1.0001
/** A sweep that doesn't lower the peak by this part is the last. */
const WORTH_A_SWEEP = 2e-5

/**
 * Lays every car anew in turn, until that doesn't help any more; what was best stays.
 * @param least there is no lower peak or cost
 */
export function descend(
  cars: Cars,
  laid: Laid,
  order: Int32Array,
  choice: Choice,
  least: number,
  manner = plainly,
): void {
  let best = standingOf(cars, laid, manner.brimW)
  const kept = copyOf(laid)
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    if (missesNothing(best) && best.measure <= least * THERE) break
    for (const s of order) layAnew(cars, laid, s, choice, manner)
    laid.loads.set(loadsOf(cars.stays, cars.fuses, laid.means))
    const standing = standingOf(cars, laid, manner.brimW)
    if (!isBetter(standing, best)) break
    copyTo(kept, laid)
    const lowered = best.measure - standing.measure
    best = standing
    if (missesNothing(best) && lowered < best.measure * WORTH_A_SWEEP) break
  }
  copyTo(laid, kept)
}
