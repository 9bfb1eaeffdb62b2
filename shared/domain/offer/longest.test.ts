import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { aBooking, aroundOf, NOON, testId } from '../booking/booking-fixture.ts'
import { slotAt } from '../demand/slots.ts'
import { firstTerms } from '../site/booking-terms.ts'
import { alikeBays, type WiredBay } from './likes.ts'
import { longestQuestions, longestWindows, offersOfWindows, promisedWindows } from './longest.ts'
import type { OfferWish } from './offer.ts'
import { noEffect, plenty, sharing, wallbox, wired, wish } from './offer-fixture.ts'

const bookedAt = (connectorId: number, from: number, until: number) =>
  aBooking({
    ...{ id: testId(20 + connectorId), connectorId },
    ...{ arrivesAt: NOON + from * HOUR, departsAt: NOON + until * HOUR },
  })
const around = (bays: readonly WiredBay[], bookings: ReturnType<typeof bookedAt>[], words = {}) =>
  aroundOf(bookings, { bays: bays.map(({ bay }) => bay), ...words })

function longestFor(
  asked: OfferWish,
  bays: readonly WiredBay[],
  where = around(bays, []),
  grid = plenty,
) {
  const alike = alikeBays(bays, null, 230)
  const windows = alike.map((some) => longestWindows(asked, some, where))
  const questions = longestQuestions(asked, alike, windows, where.now)
  const promised = promisedWindows(alike, windows, questions, questions.map(grid))
  const offers = offersOfWindows(promised, noEffect)
  return offers.map(({ connectorId, arrivesAt, departsAt, energyWh }) => [
    ...[connectorId, (arrivesAt - NOON) / HOUR, (departsAt - NOON) / HOUR, energyWh],
  ])
}

test('a connector is had until somebody else has it, and from when it comes free', () => {
  const bays = [wired(1, wallbox), wired(2, wallbox)]
  const where = around(bays, [bookedAt(1, 2, 4), bookedAt(2, 0, 3)])
  expect(longestFor(wish(), bays, where)).toEqual([
    [2, 3, 6, 33_000],
    [1, 0, 2, 22_000],
    [1, 4, 6, 22_000],
  ])
})

test('where each is taken all the time there is nothing', () => {
  const bays = [wired(1, wallbox)]
  expect(longestFor(wish(), bays, around(bays, [bookedAt(1, -1, 7)]))).toEqual([])
  const past = wish({ arrivesFrom: NOON - 3 * HOUR, departsBy: NOON - HOUR })
  expect(longestFor(past, bays)).toEqual([])
})

test('a need that is too much changes nothing of what there is', () => {
  const tooMuch = wish({ need: { kind: 'energy', energyWh: 200_000 } })
  expect(longestFor(tooMuch, [wired(1, wallbox)])).toEqual([[1, 0, 6, 66_000]])
})

test('one comes and goes while the gate is open', () => {
  const bays = [wired(1, wallbox)]
  const terms = {
    ...firstTerms,
    openingHours: [{ weekday: 1 as const, opens: 0, closes: 15 * 60 }],
  }
  const where = around(bays, [], { now: NOON + MINUTE, terms })
  expect(longestFor(wish(), bays, where)).toEqual([[1, 0.25, 3, 30_250]])
})

test('a stay of a given length is looked for wherever it fits', () => {
  const noon = slotAt(NOON)
  const evening = sharing((slot) => (slot < noon + 16 ? 0.25 : 1))
  const stays = longestFor(wish({ stayMs: 2 * HOUR }), [wired(1, wallbox)], undefined, evening)
  expect(stays.at(-1)).toEqual([1, 4, 6, 22_000])
  expect(stays.every(([, from = 0, until = 0]) => until - from === 2)).toBe(true)
})

test('what brings less than half of the best is no use to anybody', () => {
  const bays = [wired(1, wallbox), wired(2, wallbox)]
  const where = around(bays, [bookedAt(1, 0.5, 7), bookedAt(2, 4, 7)])
  expect(longestFor(wish({ need: null }), bays, where)).toEqual([[2, 0, 4, 44_000]])
})
