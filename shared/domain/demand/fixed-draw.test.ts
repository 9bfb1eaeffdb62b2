import { expect, test } from 'vitest'
import { HOUR } from '../../time/instant.ts'
import { NOON } from '../booking/booking-fixture.ts'
import type { PlanSession } from '../planning/problem.ts'
import { fixedFare, fixedSession } from './fixed-draw.ts'
import { slotAt } from './slots.ts'

const draw = { stationId: 'A', connectorId: 1, w: 7_000, feederId: 'N', phases: ['L1'] } as const
const session: PlanSession = {
  id: 'booking',
  arrive: slotAt(NOON),
  depart: slotAt(NOON + 2 * HOUR),
  energyWh: 10_500,
  maxW: 11_000,
  minW: 4_140,
  phases: ['L1', 'L2', 'L3'],
  feederId: 'N',
  priority: 'low',
  promised: false,
  suspendable: true,
}

test('a car that can’t be told draws what it draws for as long as it stays, before everybody else', () => {
  expect(fixedSession(draw, session, NOON)).toMatchObject({
    id: 'booking',
    energyWh: 14_000,
    maxW: 7_000,
    phases: ['L1'],
    promised: true,
    priority: 'high',
  })
})

test('a charger out of reach where nobody is known to stand may draw its share for the next hour', () => {
  expect(fixedSession(draw, null, NOON)).toMatchObject({
    id: 'fixed:A/1',
    arrive: slotAt(NOON),
    depart: slotAt(NOON + HOUR),
    energyWh: 7_000,
  })
})

test('such a car is ready when its own power has brought what it wants, or not at all', () => {
  expect(fixedFare(session, 7_000)).toEqual({ readyAt: NOON + 1.5 * HOUR, shortfallWh: 0 })
  expect(fixedFare(session, 5_000)).toEqual({ readyAt: null, shortfallWh: 500 })
  expect(fixedFare(session, 0)).toEqual({ readyAt: null, shortfallWh: 10_500 })
})
