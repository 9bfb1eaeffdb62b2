import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, decimal, minus, rational, roundHalfUp, sum, whole, ZERO } from './rational.ts'
import { spread } from './spread.ts'

const parts = (...written: number[]) => written.map((one) => decimal(one) ?? ZERO)

test('who loses most by rounding down is rounded up first', () => {
  expect(spread(10, parts(3.3, 3.3, 3.4))).toEqual([3, 3, 4])
  expect(spread(3, parts(0.9, 0.9, 1.2))).toEqual([1, 1, 1])
})

test('of equals the first is', () => {
  expect(spread(2, parts(0.5, 0.5, 0.5))).toEqual([1, 1, 0])
})

test('what is taken off is rounded too', () => {
  expect(spread(10, parts(13.5, -3.5))).toEqual([14, -4])
})

test('of nothing there is nothing', () => {
  expect(spread(0, [])).toEqual([])
})

test('the parts make the total, and none is a unit or more away from what it was', () => {
  const anyPart = fc
    .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 997n }))
    .map(([num, den]) => rational(num, den))
  fc.assert(
    fc.property(fc.array(anyPart, { minLength: 1, maxLength: 12 }), (all) => {
      const total = roundHalfUp(sum(all))
      const rounded = spread(total, all)
      expect(rounded.reduce((made, one) => made + one, 0)).toBe(total)
      rounded.forEach((one, index) => {
        const away = minus(whole(one), all[index] ?? ZERO)
        expect(compare(away, whole(1))).toBeLessThan(0)
        expect(compare(away, whole(-1))).toBeGreaterThan(0)
      })
    }),
  )
})
