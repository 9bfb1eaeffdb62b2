import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heldW, stepOf, topOf } from './profile.ts'

test('the top of the chart is a round number above the highest hour', () => {
  expect(topOf([0, 0])).toBe(10_000)
  expect(topOf([13_000])).toBe(15_000)
  expect(topOf([19_000])).toBe(25_000)
  expect(topOf([95_000])).toBe(150_000)
})

test('every hour fits, and what a hand means is a whole number of steps within the chart', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 90_000_000 }), { minLength: 1 }),
      fc.double({ min: -1, max: 2, noNaN: true }),
      (hourlyW, share) => {
        const topW = topOf(hourlyW)
        expect(topW).toBeGreaterThanOrEqual(Math.max(...hourlyW))
        const held = heldW(share, topW)
        expect(held).toBeGreaterThanOrEqual(0)
        expect(held).toBeLessThanOrEqual(topW)
        expect(Number.isInteger(held)).toBe(true)
        expect(held % stepOf(topW)).toBe(0)
      },
    ),
  )
})
