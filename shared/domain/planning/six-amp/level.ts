import { at, whole } from '../cells.ts'
import type { Choice } from './choice.ts'

/** Steps after which halving has found every level there is. */
const STEPS = 60
/** Nearer than this share of the need is the level itself. */
const NOISE = 1e-10

/**
 * The level up to which the slots `order[from]` up to `order[until]` are filled so that the car gets what it needs, with
 * its least and its most kept in each. Newton's method on a rising broken line, which halves where it would leave
 * what is known.
 * @param guessW where to begin; Infinity: anywhere
 * @returns W; -Infinity where the least in each is more than it needs
 */
export function levelOf(
  { order, floorW, lowW, highW, minutes }: Choice,
  from: number,
  until: number,
  needWm: number,
  guessW: number,
): number {
  let lowestW = Infinity
  let highestW = -Infinity
  let leastWm = 0
  for (let place = from; place < until; place += 1) {
    const cell = whole(order, place)
    const begins = at(floorW, cell) + at(lowW, cell)
    const ends = at(floorW, cell) + at(highW, cell)
    if (begins < lowestW) lowestW = begins
    if (ends > highestW) highestW = ends
    leastWm += at(lowW, cell) * at(minutes, cell)
  }
  if (leastWm >= needWm) return -Infinity
  const noiseWm = needWm * NOISE
  let levelW = guessW > lowestW && guessW < highestW ? guessW : (lowestW + highestW) / 2
  for (let step = 0; step < STEPS; step += 1) {
    let filledWm = 0
    let rising = 0
    for (let place = from; place < until; place += 1) {
      const cell = whole(order, place)
      const wide = at(minutes, cell)
      const over = levelW - at(floorW, cell)
      if (over <= at(lowW, cell)) filledWm += at(lowW, cell) * wide
      else if (over >= at(highW, cell)) filledWm += at(highW, cell) * wide
      else {
        filledWm += over * wide
        rising += wide
      }
    }
    const lacksWm = needWm - filledWm
    if (lacksWm <= noiseWm && lacksWm >= -noiseWm) return levelW
    if (lacksWm > 0) lowestW = levelW
    else highestW = levelW
    const next = rising > 0 ? levelW + lacksWm / rising : (lowestW + highestW) / 2
    const nextW = next > lowestW && next < highestW ? next : (lowestW + highestW) / 2
    if (nextW === levelW) return levelW
    levelW = nextW
  }
  return levelW
}
