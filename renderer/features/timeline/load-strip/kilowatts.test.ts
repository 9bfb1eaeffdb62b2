import fc from 'fast-check'
import { expect, test } from 'vitest'
import { powerScale, yOf } from './kilowatts.ts'

const anyScale = fc.record({
  highestW: fc.integer({ min: 0, max: 10_000_000 }),
  heightPx: fc.integer({ min: 60, max: 400 }),
})

test('the highest power has its place below the upper edge, and nought lies on the lower one', () => {
  fc.assert(
    fc.property(anyScale, ({ highestW, heightPx }) => {
      const scale = powerScale(highestW, heightPx)
      expect(yOf(scale, highestW)).toBeGreaterThan(0)
      expect(yOf(scale, 0)).toBe(heightPx)
    }),
  )
})

test('marks are evenly round, far enough apart to be read, and all within the height', () => {
  fc.assert(
    fc.property(anyScale, ({ highestW, heightPx }) => {
      const scale = powerScale(highestW, heightPx)
      const [first, second] = scale.ticksW
      expect(first).toBe(0)
      if (second !== undefined) {
        expect(yOf(scale, 0) - yOf(scale, second)).toBeGreaterThanOrEqual(23.9)
        expect([1, 2, 5]).toContain(Number(String(second)[0]))
      }
      for (const powerW of scale.ticksW) expect(yOf(scale, powerW)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('two hundred kilowatts over a usual height are marked by fifties', () => {
  expect(powerScale(200_000, 132).ticksW).toEqual([0, 50_000, 100_000, 150_000, 200_000])
})
