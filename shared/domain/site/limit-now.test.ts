import { expect, test } from 'vitest'
import { limitNow, standingLimits } from './limit-now.ts'
import type { TemporaryLimit } from './temporary-limit.ts'

const unknown = { gridLimitW: null, gridLimitDa: null, voltageV: 230 }
const forAWhile = (
  limitW: number,
  from: number,
  until: number,
  liftedAt: number | null = null,
): TemporaryLimit => ({
  id: `${limitW}`,
  limitW,
  from,
  until,
  reason: '',
  setBy: 'desk',
  createdAt: 0,
  liftedAt,
})

test('the connection bears its power, or what its fuse lets through, or the lower of both', () => {
  expect(limitNow(unknown, [], 0)).toEqual({ limitW: null, gridW: null, temporary: null })
  expect(limitNow({ ...unknown, gridLimitDa: 1_000 }, [], 0).limitW).toBe(69_000)
  expect(limitNow({ ...unknown, gridLimitDa: 1_000, gridLimitW: 60_000 }, [], 0).limitW).toBe(
    60_000,
  )
})

test('of the limits for a while the lowest that holds counts, and never lifts the connection’s', () => {
  const grid = { ...unknown, gridLimitW: 100_000 }
  const limits = [forAWhile(80_000, 0, 20), forAWhile(60_000, 10, 20), forAWhile(5_000, 0, 20, 1)]
  expect(limitNow(grid, limits, 9)).toMatchObject({ limitW: 80_000, gridW: 100_000 })
  expect(limitNow(grid, limits, 10)).toMatchObject({ limitW: 60_000, temporary: { id: '60000' } })
  expect(limitNow(grid, limits, 20)).toMatchObject({ limitW: 100_000, temporary: null })
  expect(limitNow(grid, [forAWhile(120_000, 0, 20)], 9).limitW).toBe(100_000)
  expect(limitNow(unknown, limits, 9)).toMatchObject({ limitW: 80_000, gridW: null })
})

test('a limit that was set to hold at once holds, also by a clock that lags behind', () => {
  const atOnce = { ...forAWhile(80_000, 10, 20), createdAt: 10 }
  expect(limitNow(unknown, [atOnce], 8).temporary).toEqual(atOnce)
  expect(limitNow(unknown, [{ ...atOnce, from: 12 }], 8).temporary).toBeNull()
})

test('what holds now or later is listed as it begins', () => {
  const [now, later] = [forAWhile(1, 0, 20), forAWhile(2, 30, 40)]
  expect(standingLimits([later, now, forAWhile(3, 0, 5), forAWhile(4, 0, 50, 1)], 5)).toEqual([
    now,
    later,
  ])
})
