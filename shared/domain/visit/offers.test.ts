import { expect, test } from 'vitest'
import { HOUR } from '../../time/instant.ts'
import { NOON, testId } from '../booking/booking-fixture.ts'
import { labelledOffers, type Priced } from './offers.ts'

const offer = (at: number, told: Partial<Priced> = {}): Priced => ({
  ...{ stationId: testId(1), connectorId: 1, energyWh: 10_000, costMinor: null, peakChangeW: 0 },
  ...{ arrivesAt: NOON + at * HOUR, departsAt: NOON + (at + 1) * HOUR },
  ...{ priceMinor: 3_200, currency: 'SEK', settlement: 'pay', words: null, ...told },
})
const told = (offers: Priced[], flexible: Priced | null = null, most = 8) =>
  labelledOffers(offers, flexible, most).map(({ offer: { arrivesAt }, labels }) => [
    ...[(arrivesAt - NOON) / HOUR, labels.join(' ')],
  ])

test('the best of each kind comes first, each window once', () => {
  const offers = [
    offer(1, { peakChangeW: 9_000 }),
    offer(5, { priceMinor: 2_000, peakChangeW: 3_000 }),
    offer(3, { peakChangeW: 1_000 }),
    offer(7),
  ]
  expect(told(offers)).toEqual([
    [1, 'soonest'],
    [5, 'cheapest'],
    [7, 'gentlest'],
    [3, ''],
  ])
})

test('the soonest is not said to be cheapest where all cost the same', () => {
  expect(told([offer(2), offer(1)])).toEqual([
    [1, 'soonest'],
    [2, ''],
  ])
})

test('a shorter stay that brings less is not said to be cheaper', () => {
  const short = offer(2, { priceMinor: 800, energyWh: 2_500 })
  expect(told([offer(1), short])).toEqual([
    [1, 'soonest'],
    [2, ''],
  ])
})

test('who doesn’t mind when is offered the whole time behind the best', () => {
  expect(told([offer(1), offer(2)], offer(0))).toEqual([
    [1, 'soonest'],
    [0, 'flexible'],
    [2, ''],
  ])
})

test('no more are shown than asked for', () => {
  expect(
    told(
      [1, 2, 3, 4].map((at) => offer(at)),
      null,
      2,
    ),
  ).toHaveLength(2)
})
