import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { aBooking, NOON } from '../booking/booking-fixture.ts'
import type { Booking } from '../booking/booking.ts'
import { aPlanLine } from './plan-line-fixture.ts'
import { readinessOf } from './readiness.ts'
import type { ChargerState } from './readiness.ts'

const need = { kind: 'energy', energyWh: 22_000 } as const
const charging = (words: Partial<Booking> = {}) =>
  aBooking({
    state: 'charging',
    need,
    arrivesAt: NOON - HOUR,
    arrivedAt: NOON - HOUR,
    departsAt: NOON + 8 * HOUR,
    ...words,
  })
const measured = (energyWh: number, powerW: number | null = 11_000, sampledAt = NOON) => ({
  energyWh,
  powerW,
  sampledAt,
})
const told = (
  booking: Booking,
  line = aPlanLine(),
  transaction: ReturnType<typeof measured> | undefined = measured(0),
  charger: ChargerState = 'online',
  now = NOON,
) => {
  const { readiness, because } = readinessOf(booking, line, transaction, charger, now)
  return [readiness, because]
}

test('a car that has what it needs is ready, whatever else is the matter', () => {
  fc.assert(
    fc.property(fc.integer({ min: 22_000, max: 90_000 }), fc.boolean(), (energyWh, offline) => {
      const line = aPlanLine({ shortfallWh: 500, because: 'limit' })
      const charger = offline ? 'offline' : 'online'
      expect(told(charging(), line, measured(energyWh, 0), charger)).toEqual(['ready', null])
    }),
  )
})

test('a car whose plan falls short is late, and the reason is the plan’s', () => {
  const short = aPlanLine({ shortfallWh: 4_000, because: 'window', readyAt: null })
  expect(told(charging(), short)).toEqual(['late', 'window'])
  expect(told(aBooking({ need }), { ...short, because: null })).toEqual(['late', 'limit'])
})

test('a car that should have left without having all is late', () => {
  expect(told(charging({ departsAt: NOON - MINUTE }))).toEqual(['late', 'overdue'])
})

test('a car with hours to spare is on time, even if its plan takes all the time there is', () => {
  const slow = aPlanLine({ powers: [[NOON, 2_750]], readyAt: NOON + 8 * HOUR })
  expect(told(charging(), slow, measured(0, 2_750))).toEqual(['onTime', null])
})

test('a car that has to charge at full power nearly until it leaves is at risk', () => {
  const booking = charging({ departsAt: NOON + 2 * HOUR + 10 * MINUTE })
  expect(told(booking)).toEqual(['atRisk', 'littleSlack'])
  expect(readinessOf(booking, aPlanLine(), measured(0), 'online', NOON).slackMs).toBe(10 * MINUTE)
})

test('a car is waited for until it is ten minutes late, then its promise is at risk', () => {
  const awaited = aBooking({ need, arrivesAt: NOON, departsAt: NOON + 8 * HOUR })
  const at = (now: number) => told(awaited, aPlanLine(), undefined, 'online', now)
  expect(at(NOON - HOUR)).toEqual(['waitingForCar', null])
  expect(at(NOON + 10 * MINUTE)).toEqual(['waitingForCar', null])
  expect(at(NOON + 11 * MINUTE)).toEqual(['atRisk', 'carLate'])
})

test('a charger that is out of reach or out of service puts its cars at risk', () => {
  expect(told(charging(), aPlanLine(), measured(0), 'offline')).toEqual(['atRisk', 'offline'])
  const awaited = aBooking({ need })
  expect(told(awaited, aPlanLine(), undefined, 'outOfService')).toEqual(['atRisk', 'outOfService'])
})

test('a car without a place or without a plan is at risk', () => {
  const nowhere = aBooking({ need, stationId: null, connectorId: null })
  expect(told(nowhere)).toEqual(['atRisk', 'unplaced'])
  const { readiness, because } = readinessOf(charging(), undefined, measured(0), 'online', NOON)
  expect([readiness, because]).toEqual(['atRisk', 'unplanned'])
})

test('a car that stands there without charging is at risk after five minutes', () => {
  const arrived = charging({ state: 'arrived', arrivedAt: NOON })
  const at = (now: number) => told(arrived, aPlanLine(), undefined, 'online', now)
  expect(at(NOON + 5 * MINUTE)).toEqual(['onTime', null])
  expect(at(NOON + 6 * MINUTE)).toEqual(['atRisk', 'notStarted'])
})

test('a car that stopped before it had all is at risk', () => {
  const stopped = charging({ state: 'finished', finishedAt: NOON })
  expect(told(stopped, aPlanLine(), measured(9_000, null))).toEqual(['atRisk', 'stopped'])
})

test('a car that takes less than it is offered is at risk only if it won’t be ready so', () => {
  const later = NOON + 10 * MINUTE
  const at = (powerW: number, sampledAt = later) =>
    told(charging(), aPlanLine(), measured(0, powerW, sampledAt), 'online', later)
  expect(at(2_000)).toEqual(['atRisk', 'takesLess'])
  expect(at(0)).toEqual(['atRisk', 'takesLess'])
  expect(at(4_000)).toEqual(['onTime', null])
  // It has not had the time to follow, or nobody knows what it does now.
  expect(at(2_000, NOON + MINUTE)).toEqual(['onTime', null])
  expect(at(2_000, NOON - HOUR)).toEqual(['onTime', null])
})

test('a car without a need is on time until it leaves, and ready then', () => {
  const booking = charging({ need: null })
  const line = aPlanLine({ needWh: null, readyAt: null })
  expect(told(booking, line)).toEqual(['onTime', null])
  expect(told(booking, line, measured(9_000), 'online', NOON + 9 * HOUR)).toEqual(['ready', null])
})

test('what is left and what was received are the need together, until it has more', () => {
  fc.assert(
    fc.property(fc.nat({ max: 60_000 }), (energyWh) => {
      const fare = readinessOf(charging(), aPlanLine(), measured(energyWh), 'online', NOON)
      expect(fare.remainingWh).toBe(Math.max(0, 22_000 - energyWh))
      expect(fare.receivedWh).toBe(energyWh)
    }),
  )
})
