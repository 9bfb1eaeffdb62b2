import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MINUTE } from '../../../shared/time/instant.ts'
import { curvePath } from './curve-path.ts'

test('a curve goes from the left edge to now, and its top is a round number above it', () => {
  const points = [
    [0, 0],
    [30 * MINUTE, 11_000],
  ] as const
  expect(curvePath(points, 60 * MINUTE, 100, 60)).toEqual({
    ...{ line: 'M0 60L50 5', area: 'M0 60L50 5L50 60L0 60Z', topW: 12_000 },
  })
})

test('one point is no curve', () => {
  expect(curvePath([[0, 5]], MINUTE, 100, 60)).toBeNull()
  expect(curvePath([], MINUTE, 100, 60)).toBeNull()
})

test('whatever was measured stays within the field', () => {
  const point = fc.tuple(fc.nat(10_000_000), fc.nat(1_500_000))
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 120 }), fc.nat(), (points, until) => {
      const sorted = points.toSorted(([one], [other]) => one - other)
      const path = curvePath(sorted, until, 300, 80)
      const numbers = path?.area.match(/[\d.]+ [\d.]+/g) ?? []
      for (const [x = -1, y = -1] of numbers.map((pair) => pair.split(' ').map(Number))) {
        expect(x >= 0 && x <= 300).toBe(true)
        expect(y >= 0 && y <= 80).toBe(true)
      }
    }),
  )
})
