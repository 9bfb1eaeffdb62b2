import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MINUTE } from '../../time/instant.ts'
import { feederLimitsOver, limitOver, UNLIMITED_W } from './limit-over.ts'
import type { TemporaryLimit } from './temporary-limit.ts'

const SLOT = 15 * MINUTE
const grid = { gridLimitW: 100_000, gridLimitDa: null, reservePct: 5 }
const forAWhile = (
  limitW: number,
  from: number,
  until: number,
  liftedAt: number | null = null,
): TemporaryLimit => ({
  id: `${limitW}-${from}`,
  limitW,
  from,
  until,
  reason: '',
  setBy: 'desk',
  createdAt: 0,
  liftedAt,
})
const over = (site: typeof grid | object, temporaryLimits: TemporaryLimit[], slots = 4) =>
  limitOver({ site: { ...grid, ...site }, temporaryLimits }, 0, SLOT, slots)

test('the grid’s limit is used without its reserve; where nothing is known nothing is limited', () => {
  expect(over({}, [], 2)).toEqual({ limitW: [95_000, 95_000], limitDa: null })
  expect(over({ gridLimitW: null }, [])).toBeNull()
})

test('a fuse alone limits each phase and no power', () => {
  expect(over({ gridLimitW: null, gridLimitDa: 630 }, [], 1)).toEqual({
    limitW: null,
    limitDa: [598],
  })
})

test('a temporary limit holds in full in every slot that it touches, without a reserve', () => {
  const limits = [forAWhile(60_000, SLOT + MINUTE, 2 * SLOT + MINUTE)]
  expect(over({}, limits)?.limitW).toEqual([95_000, 60_000, 60_000, 95_000])
  expect(over({}, [forAWhile(60_000, SLOT, 2 * SLOT)])?.limitW).toEqual([
    95_000, 60_000, 95_000, 95_000,
  ])
})

test('it never lifts the grid’s own limit, and one that was taken back holds no more', () => {
  expect(over({}, [forAWhile(99_000, 0, SLOT)])?.limitW?.[0]).toBe(95_000)
  expect(over({}, [forAWhile(10_000, 0, SLOT, 1)])?.limitW?.[0]).toBe(95_000)
})

test('where only a temporary limit is known the other slots are as good as free', () => {
  const limits = [forAWhile(0, 0, SLOT)]
  expect(over({ gridLimitW: null }, limits, 2)?.limitW).toEqual([0, UNLIMITED_W])
})

test('of several the lowest holds, at any instant of any slot', () => {
  const someLimit = fc.record({
    limitW: fc.integer({ min: 0, max: 120_000 }),
    from: fc.integer({ min: -SLOT, max: 4 * SLOT }),
    forMs: fc.integer({ min: 1, max: 3 * SLOT }),
  })
  fc.assert(
    fc.property(fc.array(someLimit, { maxLength: 6 }), fc.nat(4 * SLOT - 1), (some, at) => {
      const limits = some.map(({ limitW, from, forMs }) => forAWhile(limitW, from, from + forMs))
      const holding = limits.filter(({ from, until }) => from <= at && at < until)
      const least = Math.min(95_000, ...holding.map(({ limitW }) => limitW))
      expect(over({}, limits)?.limitW?.[Math.floor(at / SLOT)]).toBeLessThanOrEqual(least)
    }),
  )
})

test('a feeder bears the same in every slot, in full', () => {
  const feeder = { id: 'a', parentId: null, limitW: 40_000, limitDa: null }
  expect(feederLimitsOver([feeder], 2)).toEqual([{ ...feeder, limitW: [40_000, 40_000] }])
})
