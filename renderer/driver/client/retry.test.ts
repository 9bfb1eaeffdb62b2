import { expect, test } from 'vitest'
import { followWait } from './retry.ts'

test('a broken line is opened anew soon at first, then ever more seldom, and never later than in 20 s', () => {
  expect([1, 2, 3, 4].map((failures) => followWait(failures, 0.5))).toEqual([
    ...[500, 1_000, 2_000, 4_000],
  ])
  expect(followWait(50, 1)).toBeLessThan(20_000)
})

test('phones that lost the hub together don’t all come back together', () => {
  const waits = [0, 0.25, 0.5, 0.75, 1].map((chance) => followWait(3, chance))
  expect(new Set(waits).size).toBe(5)
})
