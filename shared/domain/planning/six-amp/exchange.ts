import { at, whole } from '../cells.ts'
import { keep, type Best, type Choice } from './choice.ts'
import { levelOf } from './level.ts'

/** In more slots than these it isn't worth the time. */
const MOST_SLOTS = 32

/**
 * Betters a choice where slots differ in more than how high they stand: when a car is there for a part of one only, the
 * lowest aren't always the best. One slot is left out, taken in or exchanged for another while that helps.
 */
export function exchange(choice: Choice, best: Best, needWm: number): void {
  const { open } = choice
  if (best.measure === Infinity || open > MOST_SLOTS || areAlike(choice)) return
  for (let helped = true; helped;) {
    helped = false
    for (let place = 0; place < open; place += 1) {
      const count = best.until
      const isIn = place < count
      // Left out or taken in: the slot comes to the edge of those chosen, which moves past it.
      helped = trial(choice, best, needWm, place, isIn ? count - 1 : count, isIn ? -1 : 1) || helped
      if (!isIn || best.until !== count) continue
      for (let other = count; other < open; other += 1)
        helped = trial(choice, best, needWm, place, other, 0) || helped
    }
  }
}

function areAlike({ order, lowW, minutes, open }: Choice): boolean {
  const first = whole(order, 0)
  for (let place = 1; place < open; place += 1) {
    const cell = whole(order, place)
    if (at(lowW, cell) !== at(lowW, first) || at(minutes, cell) !== at(minutes, first)) return false
  }
  return true
}

/** Tries the choice with two places exchanged and so many more slots; undoes it where that doesn't help. */
function trial(
  choice: Choice,
  best: Best,
  needWm: number,
  one: number,
  other: number,
  more: number,
): boolean {
  const { order } = choice
  swap(order, one, other)
  const count = best.until + more
  if (canHold(choice, count, needWm)) {
    const levelW = levelOf(choice, 0, count, needWm, best.levelW)
    if (keep(choice, best, 0, count, levelW)) return true
  }
  swap(order, one, other)
  return false
}

function swap(order: Int32Array, one: number, other: number): void {
  const cell = whole(order, one)
  order[one] = whole(order, other)
  order[other] = cell
}

/** Whether that many slots hold what is needed, and none of them would stay empty. */
function canHold({ order, lowW, highW, minutes }: Choice, count: number, needWm: number): boolean {
  let highWm = 0
  let lowWm = 0
  let smallestWm = Infinity
  for (let place = 0; place < count; place += 1) {
    const cell = whole(order, place)
    const least = at(lowW, cell) * at(minutes, cell)
    lowWm += least
    highWm += at(highW, cell) * at(minutes, cell)
    if (least < smallestWm) smallestWm = least
  }
  return highWm >= needWm && lowWm - smallestWm < needWm
}
