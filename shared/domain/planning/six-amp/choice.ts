import { at, whole } from '../cells.ts'

/** The slots among which a car chooses, and what it takes there. Filled again for each car. */
export interface Choice {
  /** What a slot bears already, as a W of this car weighs on it. */
  readonly floorW: Float64Array
  /** Slots are taken in this order, the lowest first: as high as their floors, unless jolted. */
  readonly keyW: Float64Array
  /** The least and the most it can draw there, mean W over what is left of the slot. */
  readonly lowW: Float64Array
  readonly highW: Float64Array
  readonly minutes: Float64Array
  /** The car's slots, counted from its first, in which it can draw at all: the first `open` of these. */
  readonly order: Int32Array
  open: number
  /** Above this its load is to be avoided before all else; Infinity: it is only to be even. */
  ceilingW: number
}

export function choiceOf(slots: number): Choice {
  return {
    floorW: new Float64Array(slots),
    keyW: new Float64Array(slots),
    lowW: new Float64Array(slots),
    highW: new Float64Array(slots),
    minutes: new Float64Array(slots),
    order: new Int32Array(slots),
    open: 0,
    ceilingW: Infinity,
  }
}

/** What was chosen: a part of the order, filled up to a level. */
export interface Best {
  from: number
  until: number
  levelW: number
  measure: number
}

/** Keeps that choice where it is better than the best; says whether it is. */
export function keep(
  choice: Choice,
  best: Best,
  from: number,
  until: number,
  levelW: number,
): boolean {
  const measure = measureAt(choice, from, until, levelW)
  if (measure >= best.measure) return false
  best.from = from
  best.until = until
  best.levelW = levelW
  best.measure = measure
  return true
}

/** How much worse any W above the ceiling is than all below. */
const ABOVE = 1e9

/**
 * How much higher the squares of what the slots bear get by being filled to that level; what stands above the choice's
 * ceiling counts before all else.
 */
function measureAt(
  { order, floorW, keyW, lowW, highW, minutes, ceilingW }: Choice,
  from: number,
  until: number,
  levelW: number,
): number {
  let measure = 0
  for (let place = from; place < until; place += 1) {
    const cell = whole(order, place)
    const floor = at(keyW, cell)
    const low = at(lowW, cell)
    const over = levelW - at(floorW, cell)
    const draws = over <= low ? low : over >= at(highW, cell) ? at(highW, cell) : over
    measure += at(minutes, cell) * draws * (2 * floor + draws)
    const above = floor + draws - ceilingW
    if (above > 0) {
      const before = floor > ceilingW ? floor - ceilingW : 0
      measure += at(minutes, cell) * ABOVE * (above * above - before * before)
    }
  }
  return measure
}
