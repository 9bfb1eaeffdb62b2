import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aBooking, aVehicle, NOON, testId } from '../../../shared/domain/booking/booking-fixture.ts'
import { bookingState } from '../../../shared/domain/booking/booking.ts'
import { endedStates } from '../../../shared/domain/booking/states.ts'
import { aPlanLine } from '../../../shared/domain/planning/plan-line-fixture.ts'
import { DAY, HOUR } from '../../../shared/time/instant.ts'
import { aConnector, aRow, aStation, dataOf } from './readiness-fixture.ts'
import { needsHand, readinessRows } from './readiness-row.ts'

const need = { kind: 'energy', energyWh: 22_000 } as const

test('the next to depart comes first, and nobody who is gone', () => {
  const times = fc.array(
    fc.tuple(fc.integer({ min: -12, max: 40 }), fc.constantFrom(...bookingState.options)),
  )
  fc.assert(
    fc.property(times, (drawn) => {
      const bookings = drawn.map(([hours, state], index) =>
        aBooking({ id: testId(index), state, departsAt: NOON + hours * HOUR }),
      )
      const rows = readinessRows(dataOf(bookings), NOON, NOON + DAY)
      const departs = rows.map(({ booking }) => booking.departsAt)
      expect(departs).toEqual(departs.toSorted((a, b) => a - b))
      for (const { booking } of rows) {
        expect(endedStates.has(booking.state)).toBe(false)
        expect(booking.departsAt).toBeLessThan(NOON + DAY)
      }
    }),
  )
})

test('who should have left stays on the board as long as the car is there', () => {
  const departsAt = NOON - HOUR
  const on = (state: 'charging' | 'confirmed') =>
    readinessRows(dataOf([aBooking({ state, departsAt })]), NOON, NOON + DAY).length
  expect([on('charging'), on('confirmed')]).toEqual([1, 0])
})

test('a row has the names of what it refers to, and its plan', () => {
  const vehicle = aVehicle({ id: testId(500), plate: 'DEF 456', name: 'Van 2' })
  const [row] = readinessRows(
    dataOf([aBooking({ vehicleId: vehicle.id, need })], {
      vehicles: [vehicle],
      stations: [aStation()],
      connectors: [aConnector(), aConnector({ id: 'other', connectorId: 2 })],
      planLines: [aPlanLine({ shortfallWh: 2_000, because: 'limit', readyAt: null })],
    }),
    NOON,
    NOON + DAY,
  )
  expect(row).toMatchObject({ plate: 'DEF 456', vehicle: 'Van 2', station: 'A1', connector: 1 })
  expect(row?.fare).toMatchObject({ readiness: 'late', because: 'limit' })
})

test('a charger that is not connected, or out of service, puts a row at risk', () => {
  const causeOn = (connection: 'online' | 'offline', status: 'Available' | 'Faulted') =>
    readinessRows(
      dataOf([aBooking({ need })], {
        stations: [aStation({ connection })],
        connectors: [aConnector({ status })],
        planLines: [aPlanLine()],
      }),
      NOON,
      NOON + DAY,
    )[0]?.fare.because
  expect(causeOn('online', 'Available')).toBeNull()
  expect(causeOn('offline', 'Available')).toBe('offline')
  expect(causeOn('online', 'Faulted')).toBe('outOfService')
})

test('what is at risk or late needs a hand, and nothing else', () => {
  const withReadiness = (readiness: 'ready' | 'atRisk' | 'late') => {
    const row = aRow({})
    return needsHand({ fare: { ...row.fare, readiness } })
  }
  expect([withReadiness('ready'), withReadiness('atRisk'), withReadiness('late')]).toEqual([
    false,
    true,
    true,
  ])
})
