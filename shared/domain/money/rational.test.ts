import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ceilTo,
  compare,
  decimal,
  dividedBy,
  exactText,
  floor,
  minus,
  plus,
  type Rational,
  rational,
  roundHalfUp,
  sum,
  times,
  toNumber,
  whole,
  ZERO,
} from './rational.ts'

const anyRational: fc.Arbitrary<Rational> = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([num, den]) => rational(num, den))

describe('a decimal is read exactly as it is written', () => {
  test.each([
    [0.1, '0.1'],
    [12.5, '12.5'],
    [3, '3'],
    [1e-7, '0.0000001'],
    [1.5e21, '1500000000000000000000'],
    [-0.25, '-0.25'],
    ['2.50', '2.5'],
    ['+1.0', '1'],
  ])('%s', (written, text) => {
    expect(exactText(decimal(written) ?? ZERO)).toBe(text)
  })

  test.each([[NaN], [Infinity], [''], ['1,5'], ['1.'], ['.5'], ['0x1'], ['1/3']])(
    '%s is none',
    (written) => expect(decimal(written)).toBeNull(),
  )

  test('ten tenths are one', () => {
    const tenth = decimal(0.1) ?? ZERO
    expect(sum(Array.from({ length: 10 }, () => tenth))).toEqual(whole(1))
  })

  test('and comes back from its text, whatever number it is', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (written) => {
        expect(Number(exactText(decimal(written) ?? ZERO)) === written).toBe(true)
      }),
    )
  })
})

test('a fraction without an end is written as one', () => {
  expect(exactText(rational(50n, 3n))).toBe('50/3')
  expect(exactText(rational(-50n, 6n))).toBe('-25/3')
  expect(exactText(rational(-1n, 8n))).toBe('-0.125')
})

test('a fraction is a number however long its terms are', () => {
  const parts = Array.from({ length: 80 }, (_, index) => 900_001 + 2 * index)
  const long = sum(parts.map((part) => rational(1n, BigInt(part))))
  expect(Number(long.den)).toBe(Infinity)
  const near = parts.reduce((total, part) => total + 1 / part, 0)
  expect(toNumber(long)).toBeCloseTo(near, 12)
  expect(toNumber(minus(ZERO, long))).toBeCloseTo(-near, 12)
})

test('numbers add, multiply, and go back', () => {
  fc.assert(
    fc.property(anyRational, anyRational, anyRational, (one, other, third) => {
      expect(minus(plus(one, other), other)).toEqual(one)
      expect(times(one, plus(other, third))).toEqual(plus(times(one, other), times(one, third)))
      if (other.num !== 0n) expect(dividedBy(times(one, other), other)).toEqual(one)
    }),
  )
})

test('rounding is to the nearest, a half up', () => {
  expect([0.5, 1.5, -0.5, -1.5, 2.4, -2.6].map((one) => roundHalfUp(decimal(one) ?? ZERO))).toEqual(
    [1, 2, 0, -1, 2, -3],
  )
  fc.assert(
    fc.property(anyRational, (one) => {
      const above = minus(rational(BigInt(roundHalfUp(one))), one)
      if (Math.abs(toNumber(one)) > 2 ** 52) return
      expect(compare(above, rational(1n, 2n))).toBeLessThanOrEqual(0)
      expect(compare(above, rational(-1n, 2n))).toBeGreaterThan(0)
    }),
  )
})

test('rounding up to steps adds less than a step, and nothing to a multiple', () => {
  fc.assert(
    fc.property(anyRational, fc.integer({ min: 1, max: 10_000 }), (one, step) => {
      const up = ceilTo(one, whole(step))
      expect(compare(up, one)).toBeGreaterThanOrEqual(0)
      expect(compare(minus(up, one), whole(step))).toBeLessThan(0)
      expect(ceilTo(up, whole(step))).toEqual(up)
      expect(dividedBy(up, whole(step)).den).toBe(1n)
    }),
  )
  expect(ceilTo(rational(1n, 3n), ZERO)).toEqual(rational(1n, 3n))
})

test('the floor isn’t above, and one more is', () => {
  fc.assert(
    fc.property(anyRational, (one) => {
      expect(compare(rational(floor(one)), one)).toBeLessThanOrEqual(0)
      expect(compare(rational(floor(one) + 1n), one)).toBeGreaterThan(0)
    }),
  )
})
