import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { firstTerms } from '../site/booking-terms.ts'
import { alternativesTo } from './alternatives.ts'
import { aBay, aBooking, aroundOf, NOON, STATION, testId } from './booking-fixture.ts'
import { refusalsOf } from './placement.ts'

const full = (connectorId: number) =>
  aBooking({ id: testId(connectorId + 10), connectorId, departsAt: NOON + 4 * HOUR })

test('the connector beside comes before a later time at the same one', () => {
  const around = aroundOf([full(1)])
  const [nearest, ...others] = alternativesTo(aBooking(), null, around)
  expect(nearest).toEqual({
    stationId: STATION,
    connectorId: 2,
    arrivesAt: NOON + HOUR,
    departsAt: NOON + 3 * HOUR,
  })
  expect(others).toMatchObject([{ connectorId: 3 }, { connectorId: 1, arrivesAt: NOON + 4 * HOUR }])
})

test('when all are taken it is the next moment one is free, in whole five minutes', () => {
  const until = NOON + 4 * HOUR + 2 * MINUTE
  const busy = [1, 2, 3].map((number) => ({
    ...full(number),
    arrivesAt: NOON - HOUR,
    departsAt: until + number * HOUR,
  }))
  const [nearest] = alternativesTo(aBooking(), null, aroundOf(busy))
  expect(nearest).toMatchObject({ connectorId: 1, arrivesAt: NOON + 5 * HOUR + 5 * MINUTE })
})

test('a need that a connector can’t bring in time makes the stay longer', () => {
  const equipment = { standard: null, powerType: 'AC_3_PHASE', maxPowerW: 11_000 } as const
  const around = aroundOf([], { bays: [aBay(1, { equipment })] })
  const wish = aBooking({ need: { kind: 'energy', energyWh: 33_000 } })
  expect(alternativesTo(wish, null, around)[0]).toMatchObject({
    arrivesAt: wish.arrivesAt,
    departsAt: wish.arrivesAt + 3 * HOUR,
  })
})

test('where it is already is no suggestion', () => {
  const mine = aBooking()
  const around = aroundOf([mine, aBooking({ id: testId(2), connectorId: 2 })])
  const offers = alternativesTo({ ...mine, connectorId: 2 }, mine, around)
  expect(offers).not.toContainEqual(
    expect.objectContaining({ connectorId: 1, arrivesAt: mine.arrivesAt }),
  )
})

test('whatever is offered would be accepted', () => {
  const slot = fc.integer({ min: -8, max: 60 })
  const taken = fc.record({
    at: slot,
    slots: fc.integer({ min: 1, max: 12 }),
    on: fc.integer({ min: 1, max: 3 }),
  })
  fc.assert(
    fc.property(fc.array(taken, { maxLength: 25 }), slot, (list, at) => {
      const around = aroundOf([], { terms: { ...firstTerms, turnaroundMin: 10 } })
      list.forEach(({ at: start, slots, on }, index) => {
        const arrivesAt = NOON + start * 15 * MINUTE
        const departsAt = arrivesAt + slots * 15 * MINUTE
        around.occupancy.put(
          aBooking({ id: testId(100 + index), connectorId: on, arrivesAt, departsAt }),
        )
      })
      const arrivesAt = NOON + at * 15 * MINUTE
      const wish = aBooking({ arrivesAt, departsAt: arrivesAt + HOUR })
      for (const offer of alternativesTo(wish, null, around))
        expect(refusalsOf({ ...wish, ...offer }, null, around)).toEqual([])
    }),
  )
})
