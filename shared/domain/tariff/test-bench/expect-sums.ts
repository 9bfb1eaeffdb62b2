import { expect } from 'vitest'
import { minorDigits } from '../../money/currency.ts'
import {
  compare,
  dividedBy,
  minus,
  type Rational,
  rational,
  times,
  whole,
} from '../../money/rational.ts'
import type { Priced } from '../priced.ts'

/** Expects a price to add up in every direction, and to be no further from the exact one than rounding once takes it. */
export function expectSums({ lines, vat, exclMinor, inclMinor, exact, currency }: Priced): void {
  const total = (amounts: readonly number[]) => amounts.reduce((sum, one) => sum + one, 0)
  expect(total(vat.map((one) => one.exclMinor))).toBe(exclMinor)
  expect(exclMinor + total(vat.map((one) => one.vatMinor))).toBe(inclMinor)
  expect(total(lines.map((line) => line.inclMinor))).toBe(inclMinor)
  for (const line of lines) expect(line.exclMinor + line.vatMinor).toBe(line.inclMinor)
  for (const rate of vat) {
    const those = lines.filter(({ ratePct }) => ratePct === rate.ratePct)
    expect(total(those.map((line) => line.exclMinor))).toBe(rate.exclMinor)
    expect(total(those.map((line) => line.vatMinor))).toBe(rate.vatMinor)
  }
  const minorUnits = whole(10 ** minorDigits(currency))
  expectNearest(exclMinor, times(fromText(exact.excl), minorUnits))
  expectNearest(inclMinor, times(fromText(exact.incl), minorUnits))
}

/** At most half a unit away, and not below where it is just half. */
function expectNearest(rounded: number, exact: Rational): void {
  const above = minus(whole(rounded), exact)
  expect(compare(above, rational(1n, 2n))).toBeLessThanOrEqual(0)
  expect(compare(above, rational(-1n, 2n))).toBeGreaterThan(0)
}

/** Reads what `exactText` writes. */
export function fromText(written: string): Rational {
  const [num = '', den = '1'] = written.split('/')
  const [integer = '', part = ''] = num.split('.')
  return dividedBy(
    rational(BigInt(integer + part), 10n ** BigInt(part.length)),
    rational(BigInt(den)),
  )
}
