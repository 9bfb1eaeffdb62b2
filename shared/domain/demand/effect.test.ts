import { expect, test } from 'vitest'
import type { Like } from '../offer/likes.ts'
import { effectOn } from './effect.ts'
import type { GridAhead } from './grid-ahead.ts'

const like: Like = { feederId: null, phases: ['L1', 'L2', 'L3'], maxW: 10_000, minW: 0 }
const grid = (prices: number[] | null): GridAhead => ({
  firstSlot: 100,
  slots: 4,
  baseW: [0, 0, 0, 0],
  limitW: null,
  limitDa: null,
  voltageV: 230,
  feeders: [],
  prices,
})
const loadW = [20_000, 12_000, 4_000, 4_000]

test('what fits into the valleys raises no peak', () => {
  expect(effectOn(grid(null), loadW)(like, 100, 104, 5_000)).toEqual({
    peakChangeW: 0,
    costMinor: null,
  })
})

test('what has to be charged at the peak raises it by all of it', () => {
  expect(effectOn(grid(null), loadW)(like, 100, 101, 2_500)).toEqual({
    peakChangeW: 10_000,
    costMinor: null,
  })
})

test('with prices it is charged when it costs least, whatever that does to the peak', () => {
  const prices = [100_000, 20_000, 50_000, 50_000]
  // A quarter of an hour at 10 kW for 0.20 a kWh, the rest for 0.50.
  expect(effectOn(grid(prices), loadW)(like, 100, 104, 4_000)).toEqual({
    peakChangeW: 2_000,
    costMinor: 125,
  })
  expect(effectOn(grid(prices), [20_000, 20_000, 4_000, 4_000])(like, 100, 104, 4_000)).toEqual({
    peakChangeW: 10_000,
    costMinor: 125,
  })
})
