import {
  dividedBy,
  exactText,
  plus,
  type Rational,
  roundHalfUp,
  toNumber,
  whole,
} from '../money/rational.ts'
import { spread } from '../money/spread.ts'
import { exact, type ExactLine, quantityOf } from './exact-line.ts'
import type { Priced, PricedLine, PricedVat } from './priced.ts'
import { sumsByRate, totalOf } from './rate-sum.ts'
import type { Tally } from './tally.ts'

/** What is rounded, and how it adds up. */
export type Rounded = Pick<Priced, 'lines' | 'exclMinor' | 'inclMinor' | 'vat' | 'exact'>

/**
 * Rounds a session, once: the totals before and after taxes half up, and then what they are made of so that it makes
 * them, first each rate of VAT and then each line.
 * @param minorUnits how many of them a major unit has
 */
export function roundOnce(lines: readonly ExactLine[], minorUnits: Rational): Rounded {
  const sums = sumsByRate(lines)
  const total = totalOf(sums)
  const incl = plus(total.excl, total.vat)
  const [exclMinor, inclMinor] = [roundHalfUp(total.excl), roundHalfUp(incl)]
  const exclByRate = spread(
    exclMinor,
    sums.map(({ excl }) => excl),
  )
  const vatByRate = spread(
    inclMinor - exclMinor,
    sums.map(({ vat }) => vat),
  )
  const vat = sums.map(({ ratePct }, index): PricedVat => ({
    ratePct,
    exclMinor: exclByRate[index] ?? 0,
    vatMinor: vatByRate[index] ?? 0,
  }))
  const rounded = new Map<ExactLine, PricedLine>()
  for (const rate of vat) {
    const those = lines.filter(({ ratePct }) => ratePct === rate.ratePct)
    const excl = spread(
      rate.exclMinor,
      those.map((line) => line.excl),
    )
    const tax = spread(
      rate.vatMinor,
      those.map((line) => line.vat),
    )
    those.forEach((line, index) =>
      rounded.set(line, lineOf(line, excl[index] ?? 0, tax[index] ?? 0, minorUnits)),
    )
  }
  return {
    lines: lines.flatMap((line) => rounded.get(line) ?? []),
    exclMinor,
    inclMinor,
    vat: vat.filter((rate) => rate.exclMinor !== 0 || rate.vatMinor !== 0),
    exact: {
      excl: exactText(dividedBy(total.excl, minorUnits)),
      incl: exactText(dividedBy(incl, minorUnits)),
    },
  }
}

function lineOf(
  line: ExactLine,
  exclMinor: number,
  vatMinor: number,
  minorUnits: Rational,
): PricedLine {
  const { dimension, ratePct, excl, vat, tally } = line
  const major = (minor: Rational) => exactText(dividedBy(minor, minorUnits))
  return {
    dimension,
    elementIndex: tally?.rule.elementIndex ?? null,
    from: tally?.from ?? null,
    until: tally?.until ?? null,
    billed: tally === null ? null : billedOf(tally),
    unit: tally === null ? null : unitOf(tally),
    unitPrice: tally === null ? null : exactText(exact(tally.rule.component.price)),
    ratePct,
    exclMinor,
    vatMinor,
    inclMinor: exclMinor + vatMinor,
    exact: {
      quantity: tally === null ? null : exactText(quantityOf(tally)),
      excl: major(excl),
      vat: major(vat),
      incl: major(plus(excl, vat)),
    },
  }
}

/** Wh, seconds or times: a tally counts thousandths of the first two. */
function billedOf(tally: Tally): number {
  const { quantity } = tally
  return toNumber(unitOf(tally) === 'once' ? quantity : dividedBy(quantity, whole(1_000)))
}

function unitOf({ rule }: Tally): PricedLine['unit'] {
  if (rule.component.type === 'FLAT') return 'once'
  return rule.component.type === 'ENERGY' ? 'Wh' : 's'
}
