import { at, whole } from '../cells.ts'
import type { Descent } from './descent.ts'

/** What a choice of weights proves: no plan that delivers the need has a lower peak; Infinity: there is none at all. */
export interface PhaseBound {
  readonly peakW: number
  /** The places that carry the proof. */
  readonly places: readonly number[]
}

/** Places with less than this share of the heaviest weight are left out of a critical set. */
const CARRIES = 0.02

/**
 * The Lagrangian bound for weights as the steepness sees the loads. Each place is weighed e^(steepness x load); with
 * those weights as prices every session takes its cheapest slots, and no plan can do better. Limits (`hard`) count
 * with what they allow, the places that make the peak share the rest.
 */
export function phaseBound(
  descent: Descent,
  steepness: number,
  hard: (place: number) => boolean,
): PhaseBound {
  const { stays, fuses, loads, lift } = descent
  const weights = new Float64Array(loads.length)
  let highest = -Infinity
  for (let place = 0; place < loads.length; place++)
    highest = Math.max(highest, at(loads, place) + at(lift, place))
  let peakWeight = 0
  let total = 0
  let fixed = 0
  for (let place = 0; place < loads.length; place++) {
    const below = (at(loads, place) + at(lift, place) - highest) * steepness
    if (below < -30) continue
    const weight = Math.exp(below) * at(stays.minutes, place % fuses.slots)
    weights[place] = weight
    total += weight
    fixed += weight * at(fuses.baseW, place)
    if (hard(place)) fixed -= weight * at(fuses.capW, place)
    else peakWeight += weight
  }
  const reached = fixed + cheapestAnswers(descent, weights)
  const places: number[] = []
  const heaviest = weights.reduce((one, other) => Math.max(one, other), 0)
  for (let place = 0; place < loads.length; place++)
    if (at(weights, place) > CARRIES * heaviest) places.push(place)
  if (peakWeight > 1e-9 * total) return { peakW: reached / peakWeight, places }
  return { peakW: reached > 1e-7 * Math.abs(fixed) ? Infinity : 0, places }
}

/** What it costs at least to deliver every need at those prices. */
function cheapestAnswers({ stays, fuses, needWm }: Descent, weights: Float64Array): number {
  const prices = new Float64Array(stays.slots)
  const order: number[] = []
  let cost = 0
  for (let s = 0; s < stays.count; s++) {
    const begin = whole(stays.begin, s)
    const cells = whole(stays.begin, s + 1) - begin
    const firstSlot = whole(stays.first, s)
    order.length = 0
    for (let cell = 0; cell < cells; cell++) {
      const slot = firstSlot + cell
      let price = 0
      for (let p = whole(fuses.path, s); p < whole(fuses.path, s + 1); p++)
        price += at(fuses.weight, p) * at(weights, whole(fuses.onto, p) * fuses.slots + slot)
      prices[cell] = price / Math.max(at(stays.minutes, slot), 1e-9)
      order.push(cell)
    }
    order.sort((one, other) => at(prices, one) - at(prices, other))
    let left = at(needWm, s)
    for (const cell of order) {
      const most =
        at(stays.maxW, s) * at(stays.share, begin + cell) * at(stays.minutes, firstSlot + cell)
      const taken = Math.min(left, most)
      cost += taken * at(prices, cell)
      left -= taken
      if (left <= 0) break
    }
  }
  return cost
}
