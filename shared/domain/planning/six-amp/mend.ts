import { at, whole } from '../cells.ts'
import { missedWm, weigh, type Cars } from './cars.ts'
import type { Choice } from './choice.ts'
import { choose } from './choose.ts'
import { plainly } from './surroundings.ts'
import type { Laid } from './standing.ts'

/** So many pairs are tried at most. */
const MOST_PAIRS = 1_500

/**
 * Helps those who miss something because others are in their way: one of these is taken off too, and both are laid
 * anew. What a car of a higher rank gains by that counts whatever one of a lower loses.
 */
export function mend(cars: Cars, laid: Laid, order: Int32Array, choice: Choice): void {
  let pairs = 0
  for (const s of order) {
    if (missedWm(cars, laid.means, s) <= 0) continue
    for (const other of order) {
      if (other === s || !isInTheWay(cars, laid, s, other)) continue
      pairs += 1
      if (pairs > MOST_PAIRS) return
      swap(cars, laid, s, other, choice)
      if (missedWm(cars, laid.means, s) <= 0) break
    }
  }
}

/** Whether the other draws anything while this one is there, and doesn't go before it. */
function isInTheWay({ stays, rank }: Cars, { means }: Laid, s: number, other: number): boolean {
  if (whole(rank, other) < whole(rank, s)) return false
  const own = whole(stays.first, s)
  const ownUntil = own + whole(stays.begin, s + 1) - whole(stays.begin, s)
  const shift = whole(stays.first, other) - whole(stays.begin, other)
  const from = Math.max(whole(stays.begin, other), own - shift)
  const until = Math.min(whole(stays.begin, other + 1), ownUntil - shift)
  for (let cell = from; cell < until; cell += 1) if (at(means, cell) > 0) return true
  return false
}

function swap(cars: Cars, laid: Laid, s: number, other: number, choice: Choice): void {
  const { stays, rank } = cars
  const { means, loads } = laid
  const pair = [s, other]
  const before = pair.map((one) =>
    means.slice(whole(stays.begin, one), whole(stays.begin, one + 1)),
  )
  const missedBefore = pair.map((one) => missedWm(cars, means, one))
  const layPair = (first: number, second: number): boolean => {
    for (const one of pair) weigh(cars, loads, one, means, -1)
    const around = { loads, taken: loads, manner: plainly }
    for (const one of pair) means.fill(0, whole(stays.begin, one), whole(stays.begin, one + 1))
    for (const one of [first, second]) {
      choose(cars, one, around, choice, means)
      weigh(cars, loads, one, means, 1)
    }
    const [own = 0, others = 0] = pair.map((one) => missedWm(cars, means, one))
    const [ownBefore = 0, othersBefore = 0] = missedBefore
    const goesFirst = whole(rank, s) < whole(rank, other)
    const gained = ownBefore - own
    return gained > 1 && (goesFirst || gained > others - othersBefore + 1)
  }
  if (layPair(s, other) || layPair(other, s)) return
  for (const one of pair) weigh(cars, loads, one, means, -1)
  pair.forEach((one, place) => means.set(before[place] ?? [], whole(stays.begin, one)))
  for (const one of pair) weigh(cars, loads, one, means, 1)
}
