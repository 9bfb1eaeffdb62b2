import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../time/instant.ts'
import { firstTerms } from '../site/booking-terms.ts'
import { aBay, aBooking, aroundOf, aVehicle, NOON, STATION, testId } from './booking-fixture.ts'
import type { Booking } from './booking.ts'
import { refusalsOf } from './placement.ts'

const other = aBooking({ id: testId(2), plate: 'DEF 456' })
const codes = (...args: Parameters<typeof refusalsOf>) =>
  refusalsOf(...args).map(({ code }) => code)

describe('a new booking', () => {
  test('fits on a connector that nobody holds then', () => {
    expect(refusalsOf(aBooking(), null, aroundOf())).toEqual([])
    expect(refusalsOf(aBooking({ connectorId: 2 }), null, aroundOf([other]))).toEqual([])
  })

  test('may begin the moment another ends, and not a moment before', () => {
    const next = (arrivesAt: number) => aBooking({ arrivesAt, departsAt: arrivesAt + HOUR })
    expect(codes(next(other.departsAt), null, aroundOf([other]))).toEqual([])
    expect(refusalsOf(next(other.departsAt - 1), null, aroundOf([other]))).toEqual([
      {
        code: 'overlaps',
        bookingId: other.id,
        plate: 'DEF 456',
        arrivesAt: other.arrivesAt,
        departsAt: other.departsAt,
        turnaroundMs: 0,
      },
    ])
  })

  test('keeps the turnaround from the one before and to the one after', () => {
    const terms = { ...firstTerms, turnaroundMin: 10 }
    const around = aroundOf([other], { terms })
    const after = other.departsAt + 10 * MINUTE
    expect(codes(aBooking({ arrivesAt: after, departsAt: after + HOUR }), null, around)).toEqual([])
    const close = after - 1
    expect(codes(aBooking({ arrivesAt: close, departsAt: close + HOUR }), null, around)).toEqual([
      'overlaps',
    ])
    const before = aBooking({ arrivesAt: NOON, departsAt: other.arrivesAt - 9 * MINUTE })
    expect(codes(before, null, around)).toEqual(['overlaps'])
  })

  test('is not in the way of one that was cancelled, is gone, or never came', () => {
    for (const state of ['cancelled', 'left', 'noShow'] as const)
      expect(codes(aBooking(), null, aroundOf([{ ...other, state }]))).toEqual([])
  })

  test('waits for a car that is still there past its departure', () => {
    const late = { ...other, arrivesAt: NOON - 3 * HOUR, departsAt: NOON - HOUR }
    const now = aBooking({ arrivesAt: NOON - MINUTE, departsAt: NOON + HOUR })
    expect(codes(now, null, aroundOf([{ ...late, state: 'finished' }]))).toEqual(['overlaps'])
    expect(codes(now, null, aroundOf([late]))).toEqual([])
  })

  test('has a departure after its arrival, within a month, and not in the past', () => {
    const { arrivesAt } = aBooking()
    expect(codes(aBooking({ departsAt: arrivesAt }), null, aroundOf())).toEqual([
      'departureBeforeArrival',
    ])
    expect(codes(aBooking({ departsAt: arrivesAt + 32 * DAY }), null, aroundOf())).toEqual([
      'tooLong',
    ])
    expect(codes(aBooking({ arrivesAt: NOON - 16 * MINUTE }), null, aroundOf())).toEqual([
      'inThePast',
    ])
    expect(codes(aBooking({ arrivesAt: NOON - 14 * MINUTE }), null, aroundOf())).toEqual([])
  })

  test('needs a connector that is there and serves', () => {
    expect(codes(aBooking({ connectorId: 9 }), null, aroundOf())).toEqual(['noSuchConnector'])
    const broken = { bays: [aBay(1, { outOfService: true })] }
    expect(codes(aBooking(), null, aroundOf([], broken))).toEqual(['outOfService'])
    const tomorrow = { arrivesAt: NOON + DAY, departsAt: NOON + DAY + HOUR }
    expect(codes(aBooking(tomorrow), null, aroundOf([], broken))).toEqual([])
  })

  test('needs a plug that its vehicle takes, and power of a kind that it takes', () => {
    const vehicle = aVehicle({ standards: ['CHADEMO'], maxAcW: 0 })
    const type2 = { standard: 'IEC_62196_T2', powerType: 'AC_3_PHASE', maxPowerW: 22_000 } as const
    const around = aroundOf([], { bays: [aBay(1, { equipment: type2 })], vehicles: [vehicle] })
    expect(refusalsOf(aBooking({ vehicleId: vehicle.id }), null, around)).toEqual([
      { code: 'plugDoesNotFit', has: 'IEC_62196_T2', takes: ['CHADEMO'] },
      { code: 'noPower' },
    ])
  })

  test('asks for no more than can flow within its window', () => {
    const equipment = { standard: null, powerType: 'AC_3_PHASE', maxPowerW: 11_000 } as const
    const vehicle = aVehicle({ acPhases: 1, maxAcW: 7_400 })
    const around = aroundOf([], { bays: [aBay(1, { equipment })], vehicles: [vehicle] })
    const of = (energyWh: number, words: Partial<Booking> = {}) =>
      aBooking({ need: { kind: 'energy', energyWh }, ...words })
    expect(codes(of(22_000), null, around)).toEqual([])
    expect(refusalsOf(of(22_001), null, around)).toEqual([
      { code: 'needImpossible', needWh: 22_001, mostWh: 22_000, powerW: 11_000 },
    ])
    // A car that takes one phase gets a third of a three-phase connector.
    expect(refusalsOf(of(8_000, { vehicleId: vehicle.id }), null, around)).toMatchObject([
      { code: 'needImpossible', powerW: 3_666, mostWh: 7_332 },
    ])
  })

  test('comes and goes while the gate is open; the stay itself may be over night', () => {
    const openingHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: 360, closes: 1_200 }))
    const around = aroundOf([], { terms: { ...firstTerms, openingHours } })
    const eight = NOON + 8 * HOUR + MINUTE
    const sixTomorrow = NOON + 18 * HOUR
    expect(
      codes(aBooking({ arrivesAt: NOON + HOUR, departsAt: sixTomorrow }), null, around),
    ).toEqual([])
    expect(
      refusalsOf(aBooking({ arrivesAt: eight, departsAt: eight + HOUR }), null, around),
    ).toEqual([
      { code: 'closed', at: 'arrival', opensAt: sixTomorrow },
      { code: 'closed', at: 'departure', opensAt: sixTomorrow },
    ])
  })

  test('finds its vehicle nowhere else at the time', () => {
    const vehicle = aVehicle()
    const elsewhere = { ...other, connectorId: 2, vehicleId: vehicle.id }
    const around = aroundOf([elsewhere], { vehicles: [vehicle] })
    expect(refusalsOf(aBooking({ vehicleId: vehicle.id }), null, around)).toMatchObject([
      { code: 'vehicleElsewhere', bookingId: other.id, plate: 'VAN 001' },
    ])
  })

  test('without a place needs none, but a vehicle and a customer that are there', () => {
    const unplaced = { stationId: null, connectorId: null }
    expect(codes(aBooking(unplaced), null, aroundOf())).toEqual([])
    const strangers = { ...unplaced, vehicleId: testId(7), customerId: testId(8) }
    expect(codes(aBooking(strangers), null, aroundOf([], { hasCustomer: () => false }))).toEqual([
      'noSuchVehicle',
      'noSuchCustomer',
    ])
  })
})

describe('a change', () => {
  test('is judged by what is new of it: time that is given back is always taken', () => {
    const mine = aBooking({ departsAt: other.departsAt + HOUR })
    const around = aroundOf([mine, other])
    expect(codes({ ...mine, departsAt: mine.departsAt - HOUR / 2 }, mine, around)).toEqual([])
    expect(codes({ ...mine, note: 'by the door' }, mine, around)).toEqual([])
    expect(codes({ ...mine, departsAt: mine.departsAt + 1 }, mine, around)).toEqual(['overlaps'])
  })

  test('on a connector that broke meanwhile is taken as long as nobody is to come to it anew', () => {
    const around = aroundOf([], { bays: [aBay(1, { outOfService: true }), aBay(2)] })
    const mine = aBooking()
    expect(codes({ ...mine, departsAt: mine.departsAt + HOUR }, mine, around)).toEqual([])
    expect(codes({ ...mine, arrivesAt: mine.arrivesAt + 1 }, mine, around)).toEqual([
      'outOfService',
    ])
    expect(codes({ ...mine, connectorId: 2, stationId: STATION }, mine, around)).toEqual([])
  })

  test('can’t take an arrival back into the past, save to put it where it was', () => {
    const mine = aBooking()
    const wish = { ...mine, arrivesAt: NOON - HOUR }
    expect(codes(wish, mine, aroundOf())).toEqual(['inThePast'])
    expect(codes(wish, mine, aroundOf(), true)).toEqual([])
  })
})
