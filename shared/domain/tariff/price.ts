import { minorDigits } from '../money/currency.ts'
import { dividedBy, isZero, type Rational, sum, toNumber, whole, ZERO } from '../money/rational.ts'
import type { ChargingPeriod } from './charging-period.ts'
import { exactLine, type ExactLine } from './exact-line.ts'
import { exactLimit, limitLines, rateOfTheFree } from './limits.ts'
import type { OcpiTariff } from './ocpi-tariff.ts'
import type { Priced } from './priced.ts'
import { sumsByRate } from './rate-sum.ts'
import { roundOnce } from './round-once.ts'
import { rulesOf } from './rule.ts'
import { splitPeriods } from './split-periods.ts'
import { withSteps } from './step-size.ts'
import { type Tallies, tally, type Tally } from './tally.ts'

/**
 * What a session costs by a tariff. Its validity (`start_date_time`, `end_date_time`) and type are not asked here: a
 * session keeps the tariff that it began with.
 * @param timeZone IANA, the site's: times of day, dates and days of the week are what its clock shows
 * @param periods in any order; time between two costs nothing. A duration counts from the session's first charging or
 *   parking, in a reservation from its beginning; energy told of a reservation counts for nothing
 */
export function priceOf(
  tariff: OcpiTariff,
  timeZone: string,
  periods: readonly ChargingPeriod[],
): Priced {
  const rules = rulesOf(tariff)
  const conditions = Object.values(rules)
    .flat()
    .map(({ condition }) => condition)
  const tallies = withSteps(tally(splitPeriods(periods, conditions, timeZone), rules))
  const minorUnits = whole(10 ** minorDigits(tariff.currency))
  const used = inOrder(tallies).map((one) => exactLine(one, tariff.tax_included, minorUnits))
  const limits = limitLinesOf(tariff, used, periods, minorUnits)
  return {
    currency: tariff.currency,
    ...roundOnce([...used, ...limits], minorUnits),
    billed: {
      energyWh: thousandths(tallies.energy),
      chargingSeconds: thousandths(tallies.charging),
      parkingSeconds: thousandths(tallies.parking),
      reservationSeconds: thousandths(tallies.reserved),
    },
  }
}

function limitLinesOf(
  tariff: OcpiTariff,
  lines: readonly ExactLine[],
  periods: readonly ChargingPeriod[],
  minorUnits: Rational,
): ExactLine[] {
  // A reservation that nobody came to is no charging session, so no least price holds for it.
  const charged = periods.some(({ state }) => state === 'CHARGING' || state === 'PARKING')
  const least = charged ? exactLimit(tariff.min_price, minorUnits) : null
  const most = exactLimit(tariff.max_price, minorUnits)
  if (least === null && most === null) return []
  const sums = sumsByRate(lines)
  const free = sums.every(({ excl }) => isZero(excl))
  const nothing = { ratePct: rateOfTheFree(tariff), excl: ZERO, vat: ZERO }
  return limitLines(free ? [nothing] : sums, least, most)
}

/** As a bill tells it: energy, time and fees first (AFIR, article 5(4)), each in the tariff's order. */
function inOrder(tallies: Tallies): Tally[] {
  const { energy, charging, parking, flat, reservationFlat, reserved, expiryFlat } = tallies
  return [energy, charging, parking, flat, reservationFlat, reserved, expiryFlat].flatMap((all) =>
    all.toSorted((one, other) => one.rule.elementIndex - other.rule.elementIndex),
  )
}

function thousandths(tallies: readonly Tally[]): number {
  return toNumber(dividedBy(sum(tallies.map(({ quantity }) => quantity)), whole(1_000)))
}
