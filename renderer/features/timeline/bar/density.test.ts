import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR } from '../../../../shared/time/instant.ts'
import { barOf } from './bar.ts'
import { bookingLike } from '../booking-fixture.ts'
import { layBar, merged } from './density.ts'
import type { LaidBar } from './density.ts'
import { ONLY_LANE } from './lanes.ts'

const facts = {
  ...{ transaction: null, vehicle: null, customer: null, connector: null, place: null },
  line: null,
  visit: null,
}

function laid(x: number, width: number, id = `${x}`): LaidBar {
  const bar = barOf({ ...facts, booking: bookingLike({ id, departsAt: 5 }) }, 0)
  return { kind: 'bar', bar, lane: ONLY_LANE, x, width }
}

test('small bars side by side are one block, wide ones stay themselves', () => {
  const shown = merged([laid(0, 8), laid(9, 8), laid(18, 8), laid(60, 8), laid(70, 200)])
  expect(shown).toMatchObject([
    { kind: 'block', x: 0, width: 26, count: 3 },
    { kind: 'bar', x: 60 },
    { kind: 'bar', x: 70 },
  ])
})

test('no booking is lost and none is shown twice', () => {
  const bars = fc.array(fc.tuple(fc.nat(900), fc.integer({ min: 6, max: 90 })), { maxLength: 60 })
  fc.assert(
    fc.property(bars, (pairs) => {
      const row = pairs
        .map(([x, width], index) => laid(x, width, `b${index}`))
        .toSorted((a, b) => a.x - b.x)
      const shown = merged(row)
      const count = shown.reduce((sum, one) => sum + (one.kind === 'block' ? one.count : 1), 0)
      expect(count).toBe(row.length)
      for (const one of shown) if (one.kind === 'block') expect(one.count).toBeGreaterThan(1)
    }),
  )
})

test('a bar lies where its window puts it and can always be hit', () => {
  const window = { from: -HOUR, until: HOUR, msPerPx: HOUR / 100, viewPx: 200 }
  const bar = barOf({ ...facts, booking: bookingLike({ departsAt: 1_000 }) }, 0)
  expect(layBar(bar, ONLY_LANE, window)).toMatchObject({ x: 100, width: 6 })
})
