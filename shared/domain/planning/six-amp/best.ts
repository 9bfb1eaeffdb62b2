import { at, whole } from '../cells.ts'
import { keep, type Best, type Choice } from './choice.ts'
import { levelOf } from './level.ts'

/** As many of the lowest slots as are best. Where all don't hold what is needed, all of them. */
export function bestLowest(choice: Choice, needWm: number): Best {
  sortByKey(choice)
  const { order, lowW, highW, minutes, open } = choice
  const best: Best = { from: 0, until: open, levelW: Infinity, measure: Infinity }
  let lowWm = 0
  let highWm = 0
  let guessW = Infinity
  for (let count = 1; count <= open; count += 1) {
    const cell = whole(order, count - 1)
    lowWm += at(lowW, cell) * at(minutes, cell)
    highWm += at(highW, cell) * at(minutes, cell)
    if (highWm < needWm) continue
    guessW = levelOf(choice, 0, count, needWm, guessW)
    keep(choice, best, 0, count, guessW)
    // More slots than these the car can't fill, not even at its least.
    if (lowWm >= needWm) break
  }
  return best
}

/**
 * The best stretch without a gap. Where none holds what is needed, the one that holds most.
 * @param hasBegun only stretches from the first slot on
 */
export function bestStretch(choice: Choice, needWm: number, hasBegun: boolean): Best {
  const { order, lowW, highW, minutes, open } = choice
  const best: Best = { from: 0, until: 0, levelW: Infinity, measure: Infinity }
  let longestWm = 0
  const latest = hasBegun ? 1 : open
  for (let from = 0; from < latest; from += 1) {
    let lowWm = 0
    let highWm = 0
    let guessW = Infinity
    for (let until = from + 1; until <= open; until += 1) {
      const cell = whole(order, until - 1)
      if (cell !== whole(order, from) + until - 1 - from) break
      lowWm += at(lowW, cell) * at(minutes, cell)
      highWm += at(highW, cell) * at(minutes, cell)
      if (highWm < needWm) {
        if (best.measure < Infinity || highWm <= longestWm) continue
        // Until a stretch is found that holds all, the one that holds most.
        longestWm = highWm
        best.from = from
        best.until = until
        continue
      }
      guessW = levelOf(choice, from, until, needWm, guessW)
      keep(choice, best, from, until, guessW)
      if (lowWm >= needWm) break
    }
  }
  return best
}

function sortByKey({ order, keyW, open }: Choice): void {
  for (let place = 1; place < open; place += 1) {
    const cell = whole(order, place)
    const key = at(keyW, cell)
    let to = place
    while (to > 0 && at(keyW, whole(order, to - 1)) > key) {
      order[to] = whole(order, to - 1)
      to -= 1
    }
    order[to] = cell
  }
}
