import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlanningProblem } from '../problem.ts'
import { rankOf } from '../shortfall.ts'
import { solve } from '../solve.ts'
import { loadLp } from '../test-bench/lp.ts'
import { allAsked, mixedSite, type MixedSize } from '../test-bench/mixed-site.ts'
import { deliveredWh, overloadOf } from '../test-bench/overload.ts'
import { inWatts } from './in-watts.ts'
import { planPhases } from './plan-phases.ts'

const lp = await loadLp()

const small = { sessions: 9, slots: 10, feeders: 4, byPhase: true }
const loose: MixedSize = { ...small, tightness: [1.6, 4] }
const tight: MixedSize = { ...small, tightness: [0.4, 1.6] }
const any = fc.oneof(mixedSite(loose), mixedSite(tight))

/** As exact as an optimum by descent is asked to be. */
const CLOSE = 0.01
const WH = 1

const flattest = 'flattest'

describe('a site fused by phase', () => {
  test('has its worst phase as low as a linear program gets it, and the proof never lies above', () => {
    fc.assert(
      fc.property(mixedSite(loose), (problem) => {
        const optimum = lp.answer(problem, 'peakDa')
        fc.pre(optimum.feasible)
        const plan = planPhases(problem, allAsked(problem), flattest)
        expect(plan.phases?.verdict).toBe('feasible')
        expect(plan.phases?.peakDa).toBeLessThanOrEqual(optimum.value * (1 + CLOSE) + 0.1)
        expect(plan.phases?.provenPeakDa).toBeLessThanOrEqual(optimum.value * (1 + 1e-6) + 1e-6)
      }),
      { numRuns: 60 },
    )
  })

  test('is planned as well from the plan in W, which stays where it is when it can', () => {
    fc.assert(
      fc.property(mixedSite(loose), (problem) => {
        const optimum = lp.answer(problem, 'peakDa')
        fc.pre(optimum.feasible)
        const before = solve(inWatts(problem), { objective: flattest })
        const plan = planPhases(problem, before, flattest)
        expect(plan.unmet).toEqual([])
        expect(plan.phases?.peakDa).toBeLessThanOrEqual(optimum.value * (1 + CLOSE) + 0.1)
        if (problem.sessions.every(({ phases }) => phases.length === 3))
          expect(plan.sessions).toBe(before.sessions)
      }),
      { numRuns: 60 },
    )
  })

  test('lets its peak give way by a little where the limits are full to the last watt', () => {
    const across = (limit: number) => Array.from({ length: 10 }, () => limit)
    const car = { minW: 0, suspendable: true, priority: 'normal', promised: false } as const
    const problem: PlanningProblem = {
      ...{ slotMinutes: 15, slots: 10, elapsed: 0, limitW: null, prices: null },
      baseW: [0, 0, 0, 0, 0, 0, 5084, 0, 0, 0],
      phases: { voltageV: 230, limitDa: across(147) },
      feeders: [{ id: 'row', parentId: null, limitW: across(2000), limitDa: across(44) }],
      // The row bears 1012 W on one phase and 2000 W in all: 5 x 1012 W and the 76 W that the second leaves are all
      // that is free beside the building's own peak, and the first needs 5136.
      sessions: [
        {
          ...{ ...car, id: 'first', feederId: 'row', arrive: 1, depart: 7 + 1 / 12 },
          ...{ energyWh: 1284, maxW: 3680, phases: ['L1'] },
        },
        {
          ...{ ...car, id: 'second', feederId: 'row', arrive: 7, depart: 9 + 5 / 12 },
          ...{ energyWh: 1481, maxW: 22_080, phases: ['L1', 'L2', 'L3'] },
        },
      ],
    }
    const before = solve(inWatts(problem), { objective: flattest })
    const plan = planPhases(problem, before, flattest)
    expect(plan.unmet).toEqual([])
    expect(plan.phases?.verdict).toBe('feasible')
    expect(overloadOf(problem, plan)).toBeLessThan(1e-9)
    const { value } = lp.answer(problem, 'peakDa')
    expect(plan.phases?.peakDa).toBeLessThanOrEqual(value * (1 + CLOSE))
  })

  test('keeps every limit of the site, its feeders and its phases in every slot', () => {
    fc.assert(
      fc.property(any, fc.constantFrom('flattest', 'cheapest'), (asked, objective) => {
        const problem = { ...asked, prices: asked.baseW.map((_, slot) => (slot * 7) % 5) }
        const before = solve(inWatts(problem), { objective })
        expect(overloadOf(problem, planPhases(problem, before, objective))).toBeLessThan(1e-9)
      }),
      { numRuns: 60 },
    )
  })

  test('leaves a cheapest plan that breaks no limit as cheap as it was', () => {
    fc.assert(
      fc.property(mixedSite({ ...loose, tightness: [20, 30] }), (asked) => {
        const problem = { ...asked, prices: asked.baseW.map((_, slot) => (slot * 7) % 5) }
        const before = solve(inWatts(problem), { objective: 'cheapest' })
        fc.pre(overloadOf(problem, before) <= 0)
        const plan = planPhases(problem, before, 'cheapest')
        expect(plan.sessions).toEqual(before.sessions)
        expect(plan.cost).toBe(before.cost)
      }),
      { numRuns: 30 },
    )
  })

  test('is called feasible or infeasible only where it is', () => {
    fc.assert(
      fc.property(any, (problem) => {
        const { phases } = planPhases(problem, allAsked(problem), flattest)
        const { feasible } = lp.answer(problem, 'peakDa')
        expect(phases?.verdict).not.toBe(feasible ? 'infeasible' : 'feasible')
      }),
      { numRuns: 60 },
    )
  })

  test('delivers what it says, and names everybody who goes short', () => {
    fc.assert(
      fc.property(mixedSite(tight), (problem) => {
        const plan = planPhases(problem, allAsked(problem), flattest)
        const short = new Map(plan.unmet.map((unmet) => [unmet.sessionId, unmet]))
        problem.sessions.forEach(({ id, energyWh }, index) => {
          const got = deliveredWh(problem, plan, index)
          expect(Math.abs(got - (plan.sessions[index]?.deliveredWh ?? 0))).toBeLessThan(WH)
          expect(Math.abs(energyWh - got - (short.get(id)?.shortfallWh ?? 0))).toBeLessThan(WH)
          expect(short.get(id)?.critical.slots).not.toEqual([])
        })
      }),
      { numRuns: 60 },
    )
  })

  test('keeps promises before anything else: those that fit all get all', () => {
    fc.assert(
      fc.property(mixedSite(tight), (problem) => {
        const best = Math.min(...problem.sessions.map(rankOf))
        const first = problem.sessions.filter((session) => rankOf(session) === best)
        fc.pre(lp.answer({ ...problem, sessions: first }, 'peakDa').feasible)
        const plan = planPhases(problem, allAsked(problem), flattest)
        problem.sessions.forEach((session, index) => {
          if (rankOf(session) !== best) return
          const got = deliveredWh(problem, plan, index)
          expect(got).toBeGreaterThanOrEqual(session.energyWh * (1 - CLOSE) - WH)
        })
      }),
      { numRuns: 60 },
    )
  })

  test('takes nothing from those that the plan in W serves within every limit', () => {
    fc.assert(
      fc.property(any, (problem) => {
        const before = solve(inWatts(problem), { objective: flattest })
        fc.pre(overloadOf(problem, before) < 1e-9)
        const plan = planPhases(problem, before, flattest)
        problem.sessions.forEach((_, index) => {
          const had = deliveredWh(problem, before, index)
          expect(deliveredWh(problem, plan, index)).toBeGreaterThanOrEqual(had - WH)
        })
      }),
      { numRuns: 60 },
    )
  })

  test('leaves next to nothing lying where cars go short', () => {
    let leftWh = 0
    let wantedWh = 0
    for (const problem of fc.sample(mixedSite(tight), { numRuns: 100, seed: 354 })) {
      const plan = planPhases(problem, allAsked(problem), flattest)
      const got = problem.sessions.map((_, index) => deliveredWh(problem, plan, index))
      // What could be added with the others as they are.
      const atLeastWh = got.map((wh) => Math.max(0, wh * 0.999 - WH))
      leftWh += lp.answer(problem, 'delivered', { atLeastWh }).value
      leftWh -= got.reduce((sum, wh) => sum + wh, 0)
      wantedWh += problem.sessions.reduce((sum, { energyWh }) => sum + energyWh, 0)
    }
    expect(leftWh / wantedWh).toBeLessThan(CLOSE)
  })
})

test('a site that is limited in W alone keeps its plan', () => {
  fc.assert(
    fc.property(mixedSite({ ...loose, byPhase: false }), (problem) => {
      const plan = allAsked(problem)
      expect(planPhases(problem, plan, flattest)).toBe(plan)
    }),
    { numRuns: 5 },
  )
})
