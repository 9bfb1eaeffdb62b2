import { whole } from '../cells.ts'
import { loadsOf, peakOf } from '../phase/fuses.ts'
import { weigh, type Cars } from './cars.ts'
import type { Choice } from './choice.ts'
import { layAnew } from './descent.ts'
import { copyOf, copyTo, isBetter, missesNothing, standingOf, type Laid } from './standing.ts'
import { plainly, type Manner } from './surroundings.ts'

/** A site with so few cars is searched further: there the minimum weighs most, and there is time for it. */
export const MOST_SMALL = 20

/** How much work the search may be, in slots looked at: some tenths of a second where it never gets there. */
export const LONG_SEARCH = 60_000
/** And where the site is planned anew each time something changes. */
export const SHORT_SEARCH = 6_000
/** As near to what is proven as this is as good as there. */
const THERE = 1.0001
/** Aimed at is a peak that is lower than the best by a share between these, mostly nearer to the least. */
const LEAST_AIM = 0.0005
const MOST_AIM = 0.03
const BEARABLE = 0.02
const ROUNDS = 4
const MOST_TAKEN = 6

/**
 * Searches on from what was laid: some cars are taken off by chance and laid anew in another order, under a ceiling
 * just below the best peak so far, and then all in turn. Chance is the same each time.
 * @param least there is no lower peak or cost
 * @param budget how much work it may be
 */
export function searchSmall(
  cars: Cars,
  laid: Laid,
  order: Int32Array,
  choice: Choice,
  least: number,
  budget: number,
): void {
  const random = chance()
  const cells = cars.stays.share.length
  const kept = copyOf(laid)
  const stood = copyOf(laid)
  let best = standingOf(cars, laid)
  let here = best
  for (let work = 0; work < budget;) {
    if (missesNothing(best) && best.measure <= least * THERE) break
    const scaleW = peakOf(cars.fuses, laid.loads)
    const aim = 1 - LEAST_AIM - MOST_AIM * random() ** 2
    const isForPeak = missesNothing(best) && !best.isPriced
    const manner = {
      ...plainly,
      ceilingW: isForPeak ? best.measure * aim : Infinity,
      isThorough: true,
    }
    work += shake(cars, laid, order, choice, random, manner, scaleW)
    let standing = standingOf(cars, laid)
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const s of shuffled(order, random)) layAnew(cars, laid, s, choice, manner)
      work += cells
      const next = standingOf(cars, laid)
      const helps = isBetter(next, standing)
      standing = next
      if (!helps) break
    }
    laid.loads.set(loadsOf(cars.stays, cars.fuses, laid.means))
    if (isBetter(standing, best)) {
      best = standing
      copyTo(kept, laid)
    }
    // A little worse is gone on from, much worse is not.
    const bearable = { ...here, measure: here.measure * (1 + BEARABLE * random() ** 3) }
    if (isBetter(standing, bearable)) {
      here = standing
      copyTo(stood, laid)
    } else copyTo(laid, stood)
  }
  copyTo(laid, kept)
}

/** Takes some cars off and lays them again, in another order; says how many slots were looked at. */
function shake(
  cars: Cars,
  laid: Laid,
  order: Int32Array,
  choice: Choice,
  random: () => number,
  manner: Manner,
  scaleW: number,
): number {
  const { stays } = cars
  const many = Math.min(order.length, 1 + Math.floor(random() * MOST_TAKEN))
  const taken = shuffled(order, random).subarray(0, many)
  let cells = 0
  for (const s of taken) {
    weigh(cars, laid.loads, s, laid.means, -1)
    laid.means.fill(0, whole(stays.begin, s), whole(stays.begin, s + 1))
    cells += whole(stays.begin, s + 1) - whole(stays.begin, s)
  }
  const height = 0.5 * random() * scaleW
  const odd = {
    ...manner,
    ceilingW: random() < 0.5 ? manner.ceilingW : random() * scaleW,
    jolt: random() < 0.5 ? null : () => height * random(),
  }
  for (const s of taken) layAnew(cars, laid, s, choice, odd)
  return cells
}

function shuffled(order: Int32Array, random: () => number): Int32Array {
  const other = order.slice()
  for (let last = other.length - 1; last > 0; last -= 1) {
    const place = Math.floor(random() * (last + 1))
    const moved = whole(other, last)
    other[last] = whole(other, place)
    other[place] = moved
  }
  return other
}

/** Numbers from 0 up to 1 that look like chance, the same each time (xorshift). */
function chance(): () => number {
  let state = 0x2545f491
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
