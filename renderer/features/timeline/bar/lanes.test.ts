import fc from 'fast-check'
import { expect, test } from 'vitest'
import { laneCount, lanesOf } from './lanes.ts'
import type { Span } from './lanes.ts'

const spans = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 80 })), {
    maxLength: 60,
  })
  .map((pairs) =>
    pairs
      .map(([from, length]): Span => ({ from, until: from + length }))
      .toSorted((a, b) => a.from - b.from),
  )
const overlap = (a: Span, b: Span) => a.from < b.until && b.from < a.until

test('bars one after the other share the only lane, even when they touch', () => {
  const lanes = lanesOf([
    { from: 0, until: 10 },
    { from: 10, until: 20 },
    { from: 25, until: 30 },
  ])
  expect(lanes).toEqual(Array.from({ length: 3 }, () => ({ lane: 0, of: 1 })))
})

test('two that overlap lie in two lanes, and one that comes later has the row to itself', () => {
  const lanes = lanesOf([
    { from: 0, until: 10 },
    { from: 5, until: 12 },
    { from: 12, until: 20 },
  ])
  expect(lanes).toEqual([
    { lane: 0, of: 2 },
    { lane: 1, of: 2 },
    { lane: 0, of: 1 },
  ])
  expect(laneCount(lanes)).toBe(2)
})

test('bars that overlap never share a lane', () => {
  fc.assert(
    fc.property(spans, (row) => {
      const lanes = lanesOf(row)
      expect(lanes).toHaveLength(row.length)
      row.forEach((a, i) =>
        row.forEach((b, j) => {
          if (i < j && overlap(a, b)) {
            expect(lanes[i]?.lane).not.toBe(lanes[j]?.lane)
            expect(lanes[i]?.of).toBe(lanes[j]?.of)
          }
        }),
      )
    }),
  )
})

test('there are as many lanes as overlap at the most, and no more', () => {
  fc.assert(
    fc.property(spans, (row) => {
      const most = row.reduce(
        (top, { from }) =>
          Math.max(top, row.filter((other) => other.from <= from && other.until > from).length),
        1,
      )
      expect(laneCount(lanesOf(row))).toBe(most)
    }),
  )
})
