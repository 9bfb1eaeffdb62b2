import { expect, test } from 'vitest'
import type { OfferLabel, VisitOffer } from '../../../shared/domain/visit/site-view.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { sameWindow, sharesOf, shownOffers, waysToPay } from './offer-choice.ts'

const now = Date.parse('2026-03-02T10:00Z')
const offer = (name: string, labels: OfferLabel[] = [], over: Partial<VisitOffer> = {}) => ({
  ...{ labels, arrivesAt: now, departsAt: now + HOUR, energyWh: 10_000 },
  place: { code: '7KQ2MX', name, standard: null, powerType: null, maxPowerW: null },
  ...{ isFlexible: labels.includes('flexible'), price: { inclMinor: 10_000, currency: 'SEK' } },
  ...{ depositMinor: 2_500, words: null },
  ...over,
})
const offers = [
  offer('A1', ['soonest', 'gentlest']),
  offer('A2', ['cheapest']),
  offer('A3', ['flexible']),
  offer('A4'),
  offer('A5'),
]
const names = (list: readonly VisitOffer[]) => list.map(({ place }) => place.name)

test('the best of each kind are shown, soonest first, and the others on request', () => {
  const { shown, more } = shownOffers(offers, false, false)
  expect([names(shown), more]).toEqual([['A1', 'A2', 'A3'], 2])
  const all = shownOffers(offers, false, true)
  expect([names(all.shown), all.more]).toEqual([['A1', 'A2', 'A3', 'A4', 'A5'], 0])
})

test('who doesn’t mind when sees the offer for that first', () => {
  expect(names(shownOffers(offers, true, false).shown)).toEqual(['A3', 'A1', 'A2'])
})

test('offers that are the best of nothing are shown where there are no others', () => {
  const { shown, more } = shownOffers(
    [offer('A1'), offer('A2'), offer('A3'), offer('A4')],
    false,
    false,
  )
  expect([names(shown), more]).toEqual([['A1', 'A2', 'A3'], 1])
  expect(shownOffers([], false, false)).toEqual({ shown: [], more: 0 })
})

test('what is paid now and afterwards is the price, whatever the deposit', () => {
  expect(sharesOf(offer('A1'), 'online')).toEqual({ nowMinor: 2_500, laterMinor: 7_500 })
  expect(sharesOf(offer('A1'), 'atDesk')).toEqual({ nowMinor: 0, laterMinor: 10_000 })
  expect(sharesOf({ price: null, depositMinor: 0 }, 'online')).toEqual({
    nowMinor: 0,
    laterMinor: 0,
  })
})

test('nobody is offered a way to pay that isn’t there', () => {
  const rules = { paysOnline: true, paysAtDesk: true }
  expect(waysToPay(offer('A1'), { mode: 'live', rules })).toEqual(['online', 'atDesk'])
  expect(waysToPay(offer('A1'), { mode: 'none', rules })).toEqual(['atDesk'])
  expect(waysToPay(offer('A1'), { mode: 'none', rules: { ...rules, paysAtDesk: false } })).toEqual(
    [],
  )
  expect(waysToPay(offer('A1', [], { price: null }), { mode: 'none', rules })).toEqual([
    ...['online', 'atDesk'],
  ])
})

test('an offer is found again by its window, though what begins now begins a little later', () => {
  const [chosen = offer('A1')] = offers
  const later = offer('A1', ['soonest'], { arrivesAt: now + 60_000, depositMinor: 3_000 })
  expect(sameWindow([offer('A9', [], { departsAt: now + 2 * HOUR }), later], chosen)).toBe(later)
  expect(sameWindow([offer('A1', [], { departsAt: now + 2 * HOUR })], chosen)).toBeNull()
})
