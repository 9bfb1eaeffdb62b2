import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import {
  aBay,
  aBooking,
  aroundOf,
  aVehicle,
  NOON,
  STATION,
  testId,
} from '../booking/booking-fixture.ts'
import type { Equipment } from '../connector/equipment.ts'
import { slotAt } from '../demand/slots.ts'
import { firstTerms } from '../site/booking-terms.ts'
import { alikeBays, type WiredBay } from './likes.ts'
import type { OfferWish } from './offer.ts'
import { noEffect, plenty, pole, sharing, wallbox, wired, wish } from './offer-fixture.ts'
import { gridQuestions, offersOf } from './offers-of.ts'
import { spreadOffers } from './spread.ts'

function offersFor(
  asked: OfferWish,
  bays: readonly WiredBay[],
  grid = plenty,
  around = aroundOf([], { bays: bays.map(({ bay }) => bay) }),
) {
  const alike = alikeBays(bays, null, 230)
  const answers = gridQuestions(asked, alike, around.now).map(grid)
  const offers = offersOf(asked, alike, answers, around, noEffect)
  return { offers: offers.length === 0 ? [] : spreadOffers(offers, asked.order, asked.limit) }
}
const hours = (offers: readonly { arrivesAt: number; departsAt: number }[]) =>
  offers.map(({ arrivesAt, departsAt }) => [(arrivesAt - NOON) / HOUR, (departsAt - NOON) / HOUR])

describe('connectors', () => {
  test('at which a car finds the same are asked about once, the weakest first', () => {
    const bays = [
      wired(1, pole),
      wired(2, wallbox),
      wired(3, wallbox),
      wired(4, wallbox, { feederId: 'N' }),
    ]
    const alike = alikeBays(bays, null, 230)
    expect(alike.map(({ like, bays: same }) => [like.maxW, like.feederId, same.length])).toEqual([
      [11_000, null, 2],
      [11_000, 'N', 1],
      [22_000, null, 1],
    ])
  })

  test('that don’t take the vehicle or are out of service are not offered', () => {
    const dc: Equipment = { standard: 'CHADEMO', powerType: 'DC', maxPowerW: 50_000 }
    const broken = {
      bay: aBay(3, { equipment: pole, outOfService: true }),
      feederId: null,
      phaseRotation: 'RST',
    } as const
    const car = aVehicle({ standards: ['IEC_62196_T2'], maxAcW: 11_000, acPhases: 3 })
    expect(alikeBays([wired(1, dc), broken], car, 230)).toEqual([])
  })
})

describe('offers', () => {
  test('last as short as the need takes and begin all over the time there is', () => {
    const { offers } = offersFor(wish({ limit: 5 }), [wired(1, wallbox)])
    expect(hours(offers)).toEqual([
      [0, 1],
      [1.25, 2.25],
      [2.5, 3.5],
      [3.75, 4.75],
      [5, 6],
    ])
    expect(offers[0]).toMatchObject({ stationId: STATION, connectorId: 1, energyWh: 11_000 })
  })

  test('last longer where the grid gives less', () => {
    const half = sharing(() => 0.5)
    const { offers } = offersFor(wish({ limit: 3 }), [wired(1, wallbox)], half)
    expect(hours(offers)[0]).toEqual([0, 2])
  })

  test('leave out the hours in which the grid is full', () => {
    const noon = slotAt(NOON)
    const evening = sharing((slot) => (slot < noon + 8 ? 0 : 1))
    const { offers } = offersFor(wish(), [wired(1, wallbox)], evening)
    expect(offers.every(({ departsAt }) => departsAt > NOON + 2 * HOUR)).toBe(true)
    expect(offers.length).toBeGreaterThan(3)
  })

  test('go around what is booked, turnarounds kept', () => {
    const bays = [wired(1, wallbox)]
    const booked = aBooking({ id: testId(9), arrivesAt: NOON + HOUR, departsAt: NOON + 4 * HOUR })
    const around = aroundOf([booked], {
      bays: bays.map(({ bay }) => bay),
      terms: { ...firstTerms, turnaroundMin: 15 },
    })
    const { offers } = offersFor(wish(), bays, plenty, around)
    expect(hours(offers)).toEqual([
      [4.25, 5.25],
      [4.5, 5.5],
      [4.75, 5.75],
      [5, 6],
    ])
    const moving = wish({ bookingId: booked.id, limit: 1 })
    expect(hours(offersFor(moving, bays, plenty, around).offers)).toEqual([[0, 1]])
  })

  test('are only at the station asked for, and of the length asked for', () => {
    const other = {
      bay: aBay(1, { stationId: testId(8), equipment: pole }),
      feederId: null,
      phaseRotation: 'RST',
    } as const
    const asked = wish({ stationId: testId(8), stayMs: 2 * HOUR, limit: 2 })
    const { offers } = offersFor(asked, [wired(1, wallbox), other])
    expect(offers.map(({ stationId }) => stationId)).toEqual([testId(8), testId(8)])
    expect(hours(offers)[0]).toEqual([0, 2])
  })

  test('without a need last until the end, and tell how much that brings', () => {
    const { offers } = offersFor(wish({ need: null, limit: 1 }), [wired(1, wallbox)])
    expect(offers).toMatchObject([{ departsAt: NOON + 6 * HOUR, energyWh: 66_000 }])
  })

  test('begin at the next whole quarter, and end when the gate is open', () => {
    const bays = [wired(1, wallbox)]
    const terms = { ...firstTerms, openingHours: [{ weekday: 1, opens: 0, closes: 15 * 60 }] }
    const around = aroundOf([], { bays: bays.map(({ bay }) => bay), now: NOON + MINUTE, terms })
    const { offers } = offersFor(wish(), bays, plenty, around)
    expect(hours(offers)[0]).toEqual([0.25, 1.25])
    expect(Math.max(...offers.map(({ departsAt }) => departsAt))).toBe(NOON + 3 * HOUR)
  })

  test('are none where it can’t be', () => {
    const tooMuch = wish({ need: { kind: 'energy', energyWh: 200_000 } })
    expect(offersFor(tooMuch, [wired(1, wallbox)]).offers).toEqual([])
    const past = wish({ arrivesFrom: NOON - 3 * HOUR, departsBy: NOON - HOUR })
    expect(offersFor(past, [wired(1, wallbox)]).offers).toEqual([])
  })
})
