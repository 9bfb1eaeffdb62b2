import {
  compare,
  dividedBy,
  isZero,
  minus,
  plus,
  type Rational,
  sum,
  times,
  whole,
  ZERO,
} from '../money/rational.ts'
import { exact, type ExactLine, vatOf } from './exact-line.ts'

/** An amount and the tax on it, minor units. */
export interface Taxed {
  readonly excl: Rational
  readonly vat: Rational
}

/** What a session comes to at one rate of VAT. */
export interface RateSum extends Taxed {
  readonly ratePct: number
}

/** The sums of lines at each rate, the lowest first. */
export function sumsByRate(lines: readonly ExactLine[]): RateSum[] {
  const rates = new Set(lines.map(({ ratePct }) => ratePct))
  return [...rates]
    .toSorted((one, other) => one - other)
    .map((ratePct) => ({ ratePct, ...totalOf(lines.filter((line) => line.ratePct === ratePct)) }))
}

export function totalOf(parts: readonly Taxed[]): Taxed {
  return { excl: sum(parts.map(({ excl }) => excl)), vat: sum(parts.map(({ vat }) => vat)) }
}

/** The tax on all of it, percent; of what is free the first rate. */
export function meanRatePct(sums: readonly RateSum[]): Rational {
  return sum(
    weightsOf(sums).map((weight, index) => times(weight, exact(sums[index]?.ratePct ?? 0))),
  )
}

/**
 * Another total, shared among the same rates in the same proportions, but moved towards the lowest or the highest rate
 * as far as it takes for the tax of each to be its rate's. Where no mixture of the rates makes that tax, amount and tax
 * keep their proportions, and the tax isn't the rates' any more.
 */
export function sharedAnew(sums: readonly RateSum[], total: Taxed): RateSum[] {
  const weights = weightsOf(sums)
  const mean = meanRatePct(sums)
  const wanted = isZero(total.excl) ? null : dividedBy(times(total.vat, whole(100)), total.excl)
  const rates = sums.filter((_, index) => !isZero(weights[index] ?? ZERO)).map((one) => one.ratePct)
  const extreme =
    wanted !== null && compare(wanted, mean) < 0 ? Math.min(...rates) : Math.max(...rates)
  const moved = wanted === null ? null : shareMoved(mean, wanted, exact(extreme))
  if (moved === null) {
    const { vat } = totalOf(sums)
    return sums.map((one, index) => ({
      ratePct: one.ratePct,
      excl: times(total.excl, weights[index] ?? ZERO),
      vat: times(total.vat, isZero(vat) ? (weights[index] ?? ZERO) : dividedBy(one.vat, vat)),
    }))
  }
  return sums.map(({ ratePct }, index) => {
    const kept = times(weights[index] ?? ZERO, minus(whole(1), moved))
    const excl = times(total.excl, ratePct === extreme ? plus(kept, moved) : kept)
    return { ratePct, excl, vat: vatOf(excl, exact(ratePct)) }
  })
}

/** Which share has to be moved to the extreme rate so that the mean becomes the wanted; null when none does. */
function shareMoved(mean: Rational, wanted: Rational, extreme: Rational): Rational | null {
  if (compare(mean, wanted) === 0) return ZERO
  if (compare(mean, extreme) === 0) return null
  const share = dividedBy(minus(wanted, mean), minus(extreme, mean))
  return compare(share, whole(1)) > 0 ? null : share
}

/** Each rate's share of the amount; of what is free the first has it all. */
function weightsOf(sums: readonly RateSum[]): Rational[] {
  const { excl } = totalOf(sums)
  if (isZero(excl)) return sums.map((_, index) => whole(index === 0 ? 1 : 0))
  return sums.map((one) => dividedBy(one.excl, excl))
}
