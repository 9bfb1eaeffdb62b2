import { at, whole } from '../cells.ts'
import { peakOf } from '../phase/fuses.ts'
import { eachCharge, missedWm, type Cars } from './cars.ts'

/** Who draws what, W as means over the slots, and what every fuse bears by it. */
export interface Laid {
  readonly means: Float64Array
  readonly loads: Float64Array
}

/** How good what was laid is: first what is missed by those who go first, then the peak or the cost. */
export interface Standing {
  /** By rank, from 0. */
  readonly missedWm: readonly number[]
  /** W; where prices count, something that grows with the cost. */
  readonly measure: number
  readonly isPriced: boolean
}

/** @param brimW not null while limits may be exceeded: then by how much they are counts too, as if above that peak, W */
export function standingOf(
  cars: Cars,
  { means, loads }: Laid,
  brimW: number | null = null,
): Standing {
  const missed: number[] = []
  for (let s = 0; s < cars.stays.count; s += 1) {
    const rank = whole(cars.rank, s)
    missed[rank] = (missed[rank] ?? 0) + missedWm(cars, means, s)
  }
  const isPriced = cars.dearnessW.some((dearness) => dearness > 0)
  if (isPriced) return { missedWm: missed, measure: dearnessOf(cars, means), isPriced }
  const peakW = peakOf(cars.fuses, loads)
  const overW = brimW === null ? -Infinity : brimW + worstOverW(cars, loads)
  return { missedWm: missed, measure: Math.max(peakW, overW), isPriced }
}

function worstOverW({ fuses: { capW } }: Cars, loads: Float64Array): number {
  let worst = -Infinity
  for (let place = 0; place < loads.length; place += 1)
    worst = Math.max(worst, at(loads, place) - at(capW, place))
  return worst
}

/** Less is missed, or as much at a lower peak or cost; crumbs don't count. */
export function isBetter(one: Standing, other: Standing): boolean {
  const ranks = Math.max(one.missedWm.length, other.missedWm.length)
  for (let rank = 0; rank < ranks; rank += 1) {
    const difference = (one.missedWm[rank] ?? 0) - (other.missedWm[rank] ?? 0)
    if (Math.abs(difference) > CRUMB_WM) return difference < 0
  }
  return one.measure < other.measure * (1 - CRUMB)
}

export function missesNothing({ missedWm: missed }: Standing): boolean {
  return missed.every((wm) => wm <= 0)
}

const CRUMB_WM = 0.1
const CRUMB = 1e-9

function dearnessOf(cars: Cars, means: Float64Array): number {
  let sum = 0
  for (let s = 0; s < cars.stays.count; s += 1)
    eachCharge(cars, means, s, (_, slot, chargedWm) => {
      sum += chargedWm * at(cars.dearnessW, slot)
    })
  return sum
}

export function copyOf({ means, loads }: Laid): Laid {
  return { means: means.slice(), loads: loads.slice() }
}

export function copyTo(to: Laid, from: Laid): void {
  to.means.set(from.means)
  to.loads.set(from.loads)
}
