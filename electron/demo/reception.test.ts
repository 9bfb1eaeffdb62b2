import { expect, test } from 'vitest'
import { CAR_KINDS } from './car-kind.ts'
import { bookingFor } from './reception.ts'
import { simulationClock } from './simulation-clock.ts'
import type { Visit } from './visit.ts'

const HOUR = 3_600_000
const now = Date.UTC(2026, 2, 2, 12)
const registry = {
  stationIds: new Map([['DEPOT-01', 'station']]),
  vehicleIds: new Map([['ABC123', 'vehicle']]),
}
const place = { chargePointId: 'DEPOT-01', connectorId: 2 }
const visit: Visit = {
  car: { ...CAR_KINDS.van, plate: 'ABC 123', storedWh: 15_000, targetWh: 60_000 },
  arrivesAt: now + HOUR,
  leavesAt: now + 4 * HOUR,
  idTag: 'CARD',
  starts: 'card',
}

test('a driver books the connector for the stay, and what the battery lacks at the meter', () => {
  expect(bookingFor(visit, place, registry, simulationClock(1, now), now)).toEqual({
    stationId: 'station',
    connectorId: 2,
    vehicleId: 'vehicle',
    arrivesAt: now + HOUR,
    departsAt: now + 4 * HOUR,
    need: { kind: 'energy', energyWh: 50_000 },
  })
})

test('on a faster clock the stay is as much shorter, and no energy is asked for', () => {
  expect(bookingFor(visit, place, registry, simulationClock(60, now), now)).toMatchObject({
    arrivesAt: now + HOUR / 60,
    departsAt: now + (4 * HOUR) / 60,
    need: null,
  })
})

test('who has no card with him, drives a stranger’s car, or is there already books nothing', () => {
  const clock = simulationClock(1, now)
  const none = [
    { ...visit, starts: 'waits' as const },
    { ...visit, car: { ...visit.car, plate: 'ZZZ 999' } },
    { ...visit, arrivesAt: now - 1 },
  ]
  for (const one of none) expect(bookingFor(one, place, registry, clock, now)).toBeNull()
})
