import { at, whole } from '../cells.ts'
import { bestLowest, bestStretch } from './best.ts'
import type { Cars } from './cars.ts'
import type { Best, Choice } from './choice.ts'
import { exchange } from './exchange.ts'
import { levelOf } from './level.ts'
import { lookAround, type Surroundings } from './surroundings.ts'

/**
 * Where a car draws its minimum or more, all others as they are: as many of the lowest slots as are best, in each up to
 * a common level. For the lowest sum of squares that is exact, since slots of the same length differ only in how high
 * they stand. A car that can't be paused takes the best stretch. Its means are written, its loads are not.
 */
export function choose(
  cars: Cars,
  s: number,
  around: Surroundings,
  choice: Choice,
  means: Float64Array,
): void {
  lookAround(cars, s, around, choice)
  const { begin } = cars.stays
  means.fill(0, whole(begin, s), whole(begin, s + 1))
  const needWm = at(cars.needWm, s)
  if (choice.open === 0 || needWm <= 0) return
  const isPausable = whole(cars.pausable, s) === 1
  const best = isPausable
    ? bestLowest(choice, needWm)
    : bestStretch(choice, needWm, whole(cars.begun, s) === 1)
  if (isPausable && around.manner.isThorough) exchange(choice, best, needWm)
  write(cars, s, choice, best, means)
}

/**
 * Fills every slot of the choice up to a common level, where together they hold what is needed; else nothing changes.
 * @param begin the car's first cell
 */
export function fillUp(choice: Choice, needWm: number, begin: number, means: Float64Array): void {
  const { order, floorW, lowW, highW, minutes, open } = choice
  let mostWm = 0
  for (let place = 0; place < open; place += 1) {
    const cell = whole(order, place)
    mostWm += at(highW, cell) * at(minutes, cell)
  }
  if (mostWm < needWm) return
  const levelW = levelOf(choice, 0, open, needWm, Infinity)
  for (let place = 0; place < open; place += 1) {
    const cell = whole(order, place)
    means[begin + cell] = between(at(lowW, cell), levelW - at(floorW, cell), at(highW, cell))
  }
}

function between(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}

/** Writes down what was chosen; slots that come when the car is full already stay empty. */
function write(cars: Cars, s: number, choice: Choice, best: Best, means: Float64Array): void {
  const { order, floorW, lowW, highW, minutes } = choice
  const begin = whole(cars.stays.begin, s)
  for (let place = best.from; place < best.until; place += 1) {
    const cell = whole(order, place)
    means[begin + cell] = between(at(lowW, cell), best.levelW - at(floorW, cell), at(highW, cell))
  }
  const needWm = at(cars.needWm, s)
  let filledWm = 0
  for (let cell = 0; begin + cell < whole(cars.stays.begin, s + 1); cell += 1) {
    const mean = at(means, begin + cell)
    if (mean <= 0) continue
    if (filledWm >= needWm * FULL) means[begin + cell] = 0
    filledWm += mean * at(minutes, cell)
  }
}

/** With so much of its need a car is full: the rest is the arithmetic's. */
const FULL = 1 - 1e-8
