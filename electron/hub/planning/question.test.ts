import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PlanningAnswer } from '../../../shared/contract/planning.ts'
import { restFace, type RestFace } from '../rpc/test-bench/rest-face.ts'

const ONE_PHASE_W = 7_360
let face: RestFace

beforeEach(async () => {
  face = await restFace(Date.UTC(2026, 2, 2, 12), { plans: true })
})
afterEach(() => face.close())

const question = {
  slots: 4,
  limitW: 10_000,
  sessions: [
    { id: 'a', arrive: 0, depart: 4, energyWh: 5_000, maxW: 11_000 },
    { id: 'b', arrive: 0, depart: 2, energyWh: 4_000, maxW: 11_000 },
  ],
}

test('a question is planned, and what can’t be met is named', async () => {
  const { body } = await face.ask<PlanningAnswer>('POST', '/planning/solve', question)
  expect(body).toMatchObject({ feasible: true, peakW: 9_000, provenMinimumW: 9_000, unmet: [] })
  const tight = { ...question, limitW: 7_000 }
  const short = await face.ask<PlanningAnswer>('POST', '/planning/solve', tight)
  expect(short.body.feasible).toBe(false)
  expect(short.body.unmet.reduce((sum, { shortfallWh }) => sum + shortfallWh, 0)).toBeCloseTo(
    2_000,
    0,
  )
})

test('a question about offers is answered with the most from every start', async () => {
  const need = { arrive: 0, depart: 4, maxW: 11_000 }
  const { body } = await face.ask('POST', '/planning/offers', { ...question, need })
  // 10 kWh fit into the hour, nine of them are promised; from the third slot on it has to share with `a`.
  expect(body).toEqual({ firstSlot: 0, energyWh: [1_000, 1_000, 1_000, 1_000], kept: true })
})

test('a question that contradicts itself is refused with what is wrong', async () => {
  const wrong = { ...question, baseW: [1] }
  expect(await face.ask('POST', '/planning/solve', wrong)).toMatchObject({
    status: 400,
    body: { code: 'PLANNING_QUESTION', data: { faults: [expect.stringContaining('baseW')] } },
  })
})

test('a car that needs its minimum is planned that or nothing', async () => {
  const cars = ['a', 'b', 'c'].map((id) => ({
    ...{ id, arrive: 0, depart: 4, energyWh: 2_000, maxW: 11_000, minW: 4_140 },
  }))
  const { body } = await face.ask<PlanningAnswer>('POST', '/planning/solve', {
    ...{ slots: 4, limitW: 9_000, sessions: cars },
  })
  expect(body.unmet).toEqual([])
  for (const { w } of body.sessions)
    for (const power of w) expect(power === 0 || power >= 4_140).toBe(true)
  for (const loadW of body.loadW) expect(loadW).toBeLessThanOrEqual(9_000)
})

test('a question by phase is answered within what each phase bears', async () => {
  const car = { arrive: 0, depart: 4, energyWh: 7_000, maxW: ONE_PHASE_W }
  const { body } = await face.ask<PlanningAnswer>('POST', '/planning/solve', {
    slotMinutes: 15,
    slots: 4,
    limitA: 32,
    sessions: [
      { ...car, id: 'one', phases: ['L1'] },
      { ...car, id: 'other', phases: ['L1'] },
      { ...car, id: 'third', phases: ['L2'] },
    ],
  })
  expect(body.feasible).toBe(false)
  const got = body.sessions.map(({ deliveredWh }) => deliveredWh)
  expect((got[0] ?? 0) + (got[1] ?? 0)).toBeCloseTo(ONE_PHASE_W, -1)
  expect(got[2]).toBe(7_000)
})
