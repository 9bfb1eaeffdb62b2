import { expect, test } from 'vitest'
import { planEarly } from './plan-early.ts'
import { allPhases, type PlanningProblem, type PlanSession } from './problem.ts'

const SLOTS = 8
const LIMIT_W = 12_000

const car = (id: string, depart: number, energyWh: number): PlanSession => ({
  id,
  arrive: 0,
  depart,
  energyWh,
  maxW: 11_000,
  minW: 0,
  phases: allPhases,
  feederId: null,
  priority: 'normal',
  promised: true,
  suspendable: true,
})
const problemOf = (sessions: PlanSession[], limitW = LIMIT_W): PlanningProblem => ({
  slotMinutes: 15,
  slots: SLOTS,
  elapsed: 0,
  baseW: Array.from({ length: SLOTS }, () => 0),
  limitW: Array.from({ length: SLOTS }, () => limitW),
  phases: null,
  feeders: [],
  prices: null,
  sessions,
})
/** Each with a slot of margin, and without. */
const asked = (sessions: PlanSession[], limitW?: number) => ({
  problem: problemOf(sessions, limitW),
  early: problemOf(
    sessions.map((session) => ({ ...session, depart: session.depart - 1 })),
    limitW,
  ),
})

test('everybody is done with the margin where there is room for it', () => {
  const { plan, keepsMargins } = planEarly(
    asked([car('a', 5, 8_000), car('b', 8, 8_000)]),
    null,
    'flattest',
  )
  expect(keepsMargins).toBe(true)
  expect(plan.unmet).toEqual([])
  const a = plan.sessions.find(({ id }) => id === 'a')
  expect(a?.readyAt).toBeLessThanOrEqual(4)
})

test('where a limit leaves no room for it, nobody is told of a shortfall that is one of margins', () => {
  const both = [car('a', 8, 10_000), car('b', 8, 10_000)]
  const before = planEarly(asked(both), null, 'flattest').plan
  expect(before.unmet).toEqual([])
  // Seven slots bear 17.5 kWh of the 20 now, and eight all of them.
  const { plan, keepsMargins } = planEarly(asked(both, 10_000), before, 'flattest')
  expect(keepsMargins).toBe(false)
  expect(plan.unmet).toEqual([])
  expect(Math.max(...plan.loadW)).toBeLessThanOrEqual(10_000)
})

test('what can’t be kept is told all the same', () => {
  const both = [car('a', 8, 10_000), car('b', 8, 10_000)]
  const { plan } = planEarly(asked(both, 9_000), null, 'flattest')
  expect(plan.unmet.reduce((sum, { shortfallWh }) => sum + shortfallWh, 0)).toBeCloseTo(2_000, 0)
})

test('one whose own time is too short costs the others no margin', () => {
  const { plan, keepsMargins } = planEarly(
    asked([car('late', 2, 9_000), car('a', 8, 4_000)]),
    null,
    'flattest',
  )
  expect(plan.unmet.map(({ sessionId, because }) => [sessionId, because])).toEqual([
    ['late', 'window'],
  ])
  expect(keepsMargins).toBe(true)
})
