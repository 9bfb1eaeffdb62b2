import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { aBooking, NOON } from '../booking/booking-fixture.ts'
import type { PlannedSession } from '../planning/plan.ts'
import type { PlanSession } from '../planning/problem.ts'
import type { GridAhead } from './grid-ahead.ts'
import { planLine, stretchesOf } from './plan-rows.ts'
import { problemOf } from './problem-of.ts'
import { SLOT_MS, slotAt } from './slots.ts'

const firstSlot = slotAt(NOON)
const session: PlanSession = {
  id: aBooking().id,
  arrive: slotAt(NOON + 20 * MINUTE),
  depart: slotAt(NOON + 2 * HOUR),
  energyWh: 10_000,
  maxW: 11_000,
  minW: 4_140,
  phases: ['L1', 'L2', 'L3'],
  feederId: null,
  priority: 'normal',
  promised: true,
  suspendable: true,
}
const grid: GridAhead = {
  firstSlot,
  slots: 4,
  baseW: [0, 0, 0, 0],
  limitW: null,
  limitDa: null,
  voltageV: 230,
  feeders: [],
  prices: null,
}

test('slots that follow on one another are one stretch of time', () => {
  expect(stretchesOf({ slots: [3, 0, 1], feederIds: ['north'] }, firstSlot)).toEqual([
    { from: NOON, until: NOON + 2 * SLOT_MS, feederIds: ['north'] },
    { from: NOON + 3 * SLOT_MS, until: NOON + 4 * SLOT_MS, feederIds: ['north'] },
  ])
})

test('a car’s powers are told where they change, from when it is there, and end with its plan', () => {
  const planned: PlannedSession = {
    id: session.id,
    firstSlot: 1,
    w: [11_000, 11_000, 0, 6_000.7],
    deliveredWh: 10_000,
    readyAt: 4.5,
  }
  const line = planLine(aBooking(), session, planned, undefined, firstSlot, NOON)
  expect(line?.powers).toEqual([
    [NOON + 20 * MINUTE, 11_000],
    [NOON + 3 * SLOT_MS, 0],
    [NOON + 4 * SLOT_MS, 6_000],
    [NOON + 5 * SLOT_MS, 0],
  ])
  expect(line).toMatchObject({ readyAt: NOON + 4.5 * SLOT_MS, shortfallWh: 0, because: null })
})

test('what a car won’t get is told with the stretch where there is too little', () => {
  const unmet = {
    sessionId: session.id,
    shortfallWh: 1_234.5,
    because: 'limit',
    critical: { slots: [0], feederIds: [] },
  } as const
  expect(planLine(aBooking(), session, undefined, unmet, firstSlot, NOON)).toMatchObject({
    powers: [],
    readyAt: null,
    shortfallWh: 1_235,
    because: 'limit',
    critical: [{ from: NOON, until: NOON + SLOT_MS, feederIds: [] }],
  })
})

test('only the share of a session that lies within the plan is planned', () => {
  const { sessions, elapsed } = problemOf([session], grid, NOON + 5 * MINUTE)
  expect(elapsed).toBeCloseTo(1 / 3)
  expect(sessions).toHaveLength(1)
  const [planned] = sessions
  expect(planned?.arrive).toBeCloseTo(4 / 3)
  expect(planned?.depart).toBe(4)
  // 40 of its 100 minutes lie within.
  expect(planned?.energyWh).toBe(4_000)
  const later = { ...session, arrive: firstSlot + 9, depart: firstSlot + 12 }
  expect(problemOf([later], grid, NOON).sessions).toEqual([])
})
