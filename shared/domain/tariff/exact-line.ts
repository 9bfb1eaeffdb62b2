import { HOUR } from '../../time/instant.ts'
import {
  decimal,
  dividedBy,
  minus,
  plus,
  type Rational,
  times,
  whole,
  ZERO,
} from '../money/rational.ts'
import type { OcpiTariff } from './ocpi-tariff.ts'
import type { LineDimension } from './priced.ts'
import type { Tally } from './tally.ts'

/** A line before rounding. */
export interface ExactLine {
  readonly dimension: LineDimension
  readonly ratePct: number
  /** Minor units. */
  readonly excl: Rational
  readonly vat: Rational
  /** Null for what a limit adds or takes off. */
  readonly tally: Tally | null
}

const HUNDRED = whole(100)
/** Thousandths of a Wh in a kWh, and ms in an hour. */
const PER_KWH = whole(1_000_000)
const PER_HOUR = whole(HOUR)

/** How much a tally is in the unit of its price: kWh, hours, or times. */
export function quantityOf({ rule, quantity }: Tally): Rational {
  if (rule.component.type === 'FLAT') return quantity
  return dividedBy(quantity, rule.component.type === 'ENERGY' ? PER_KWH : PER_HOUR)
}

/**
 * What a tally costs.
 * @param minorUnits how many of them a major unit has
 */
export function exactLine(
  tally: Tally,
  taxIncluded: OcpiTariff['tax_included'],
  minorUnits: Rational,
): ExactLine {
  const { dimension, component } = tally.rule
  const { vat: ratePct = 0 } = component
  const amount = times(times(exact(component.price), quantityOf(tally)), minorUnits)
  if (taxIncluded !== 'YES')
    return { dimension, ratePct, excl: amount, vat: vatOf(amount, exact(ratePct)), tally }
  const excl = beforeTax(amount, exact(ratePct))
  return { dimension, ratePct, excl, vat: minus(amount, excl), tally }
}

/** What an amount with the tax in it is without. */
export function beforeTax(incl: Rational, ratePct: Rational): Rational {
  return dividedBy(times(incl, HUNDRED), plus(HUNDRED, ratePct))
}

export function vatOf(excl: Rational, ratePct: Rational): Rational {
  return dividedBy(times(excl, ratePct), HUNDRED)
}

/** A tariff's number as it is written; the schema lets nothing through that is none. */
export function exact(written: number): Rational {
  return decimal(written) ?? ZERO
}
