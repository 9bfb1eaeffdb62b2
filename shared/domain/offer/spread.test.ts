import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import type { Offer, OfferOrder } from './offer.ts'
import { compareOffers, spreadOffers } from './spread.ts'

const at = (minutes: number, words: Partial<Offer> = {}): Offer => ({
  stationId: 'A',
  connectorId: 1,
  arrivesAt: minutes * MINUTE,
  departsAt: minutes * MINUTE + HOUR,
  energyWh: 10_000,
  costMinor: null,
  peakChangeW: 0,
  ...words,
})
const starts = (offers: readonly Offer[]) => offers.map(({ arrivesAt }) => arrivesAt / MINUTE)

test('of offers that begin alike only the best is shown', () => {
  const offers = [at(0, { connectorId: 2 }), at(0), at(0, { connectorId: 3 })]
  expect(spreadOffers(offers, 'soonest', 5)).toEqual([at(0)])
})

test('they are spread over the day while there are enough of them', () => {
  const everyQuarter = Array.from({ length: 48 }, (_, index) => at(index * 15))
  expect(starts(spreadOffers(everyQuarter, 'soonest', 6))).toEqual([0, 120, 240, 360, 480, 600])
})

test('few are all shown, close together or not', () => {
  expect(starts(spreadOffers([at(0), at(15), at(600)], 'soonest', 12))).toEqual([0, 15, 600])
})

test('the cheapest are those whose energy costs least, not those that bring least', () => {
  const offers = [
    at(0, { costMinor: 900 }),
    at(60, { costMinor: 1_000, energyWh: 20_000 }),
    at(120, { costMinor: 700 }),
  ]
  expect(starts(spreadOffers(offers, 'cheapest', 3))).toEqual([60, 120, 0])
})

test('the gentlest raise the peak least, the soonest of them first', () => {
  const offers = [at(0, { peakChangeW: 9_000 }), at(60), at(120)]
  expect(starts(spreadOffers(offers, 'gentlest', 3))).toEqual([60, 120, 0])
})

test('what is shown is in order, never more than asked for, and no two begin within a quarter of an hour', () => {
  const offer = fc
    .record({
      minutes: fc.integer({ min: 0, max: 2_000 }),
      connectorId: fc.integer({ min: 1, max: 4 }),
      costMinor: fc.option(fc.integer({ min: 0, max: 5_000 })),
      peakChangeW: fc.integer({ min: 0, max: 20_000 }),
    })
    .map(({ minutes, ...words }) => at(minutes, words))
  fc.assert(
    fc.property(
      fc.array(offer, { minLength: 1, maxLength: 60 }),
      fc.constantFrom<OfferOrder>('soonest', 'cheapest', 'gentlest'),
      fc.integer({ min: 1, max: 12 }),
      (offers, order, most) => {
        const shown = spreadOffers(offers, order, most)
        expect(shown.length).toBeGreaterThan(0)
        expect(shown.length).toBeLessThanOrEqual(most)
        expect([...shown].sort(compareOffers(order))).toEqual(shown)
        const sorted = starts(shown).toSorted((a, b) => a - b)
        for (const [index, start] of sorted.entries())
          if (index > 0) expect(start - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(15)
        // The best of all is always among them.
        expect(shown[0]).toEqual([...offers].sort(compareOffers(order))[0])
      },
    ),
  )
})
