import { compare, minus, plus, type Rational, times } from '../money/rational.ts'
import { exact, type ExactLine, vatOf } from './exact-line.ts'
import type { OcpiTariff, PriceLimit } from './ocpi-tariff.ts'
import { meanRatePct, type RateSum, sharedAnew, totalOf } from './rate-sum.ts'

/** The least or the most that a session costs, minor units. */
export interface ExactLimit {
  readonly before: Rational
  /** Null when only the sum before taxes is limited: then the taxes follow it. */
  readonly after: Rational | null
}

export function exactLimit(limit: PriceLimit | undefined, minorUnits: Rational): ExactLimit | null {
  if (limit === undefined) return null
  const { before_taxes: before, after_taxes: after } = limit
  return {
    before: times(exact(before), minorUnits),
    after: after === undefined ? null : times(exact(after), minorUnits),
  }
}

/**
 * The rate at which a least price counts for a session that is free otherwise: the one of the tariff's that makes the
 * limit after taxes of the one before, or else its first.
 */
export function rateOfTheFree({ elements, min_price: least }: OcpiTariff): number {
  const rates = elements.flatMap((element) => element.price_components.map(({ vat = 0 }) => vat))
  const { before_taxes: before = 0, after_taxes: after = 0 } = least ?? {}
  const tax = minus(exact(after), exact(before))
  const meant = rates.find((rate) => compare(vatOf(exact(before), exact(rate)), tax) === 0)
  return meant ?? rates[0] ?? 0
}

/**
 * The lines that bring a session within its limits, one a rate of VAT; none when it is within them. The sums before and
 * after taxes are limited each by itself (OCPI mod_tariffs, `min_price`).
 * @param sums what it comes to at each rate, at least one of them
 */
export function limitLines(
  sums: readonly RateSum[],
  least: ExactLimit | null,
  most: ExactLimit | null,
): ExactLine[] {
  const was = totalOf(sums)
  const excl = clamp(was.excl, least?.before, most?.before)
  const raised = compare(excl, was.excl)
  const told = (raised > 0 ? least : most)?.after ?? null
  const follows = raised !== 0 && told === null
  const vat = follows ? vatOf(excl, meanRatePct(sums)) : minus(plus(was.excl, was.vat), excl)
  const incl = clamp(plus(excl, vat), least?.after, most?.after)
  const dimension =
    raised > 0 || compare(incl, plus(was.excl, was.vat)) > 0 ? 'MIN_PRICE' : 'MAX_PRICE'
  const becomes = sharedAnew(sums, { excl, vat: minus(incl, excl) })
  return sums.flatMap((sum, index) => {
    const after = becomes[index] ?? sum
    if (compare(after.excl, sum.excl) === 0 && compare(after.vat, sum.vat) === 0) return []
    const [added, tax] = [minus(after.excl, sum.excl), minus(after.vat, sum.vat)]
    return [{ dimension, ratePct: sum.ratePct, excl: added, vat: tax, tally: null }]
  })
}

function clamp(
  amount: Rational,
  least: Rational | null | undefined,
  most: Rational | null | undefined,
): Rational {
  if (least && compare(amount, least) < 0) return least
  return most && compare(amount, most) > 0 ? most : amount
}
