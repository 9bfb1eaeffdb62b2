import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Plan } from './plan.ts'
import type { PlanningProblem } from './problem.ts'
import { solve } from './solve.ts'
import { expectWithinLimits } from './test-bench/expect-plan.ts'
import { loadLp, type Lp } from './test-bench/lp.ts'
import { randomSite } from './test-bench/random-site.ts'

let lp: Lp
beforeAll(async () => {
  lp = await loadLp()
})

const site = fc.oneof(
  randomSite({ mostSessions: 8, mostSlots: 9, narrow: true }),
  randomSite({ mostSessions: 8, mostSlots: 9, narrow: false }),
)

const cheapest = (problem: PlanningProblem) => solve(problem, { objective: 'cheapest' })

function asDelivered(problem: PlanningProblem, plan: Plan): PlanningProblem {
  const sessions = problem.sessions.map((session, index) => ({
    ...session,
    energyWh: plan.sessions[index]?.deliveredWh ?? 0,
  }))
  return { ...problem, sessions }
}

/** Minor units that the rounding of energies to watt-minutes may cost in each slot at the highest price. */
const ROUNDING = 1e-3

describe('the cheapest plan', () => {
  test('costs what HiGHS finds, and delivers as much as the flattest', () => {
    fc.assert(
      fc.property(site, (problem) => {
        const plan = cheapest(problem)
        expectWithinLimits(problem, plan)
        const flattest = solve(problem, { objective: 'flattest' })
        const delivered = (one: Plan) => one.sessions.map(({ deliveredWh }) => deliveredWh)
        expect(delivered(plan)).toEqual(delivered(flattest))
        const { value } = lp.answer(asDelivered(problem, plan), 'cost')
        expect(Math.abs((plan.cost ?? 0) - value)).toBeLessThanOrEqual(
          ROUNDING + 0.001 * Math.abs(value),
        )
      }),
      { numRuns: 150 },
    )
  })

  test('is as flat as it can be at that cost', () => {
    fc.assert(
      fc.property(site, (problem) => {
        const plan = cheapest(problem)
        const asked = asDelivered(problem, plan)
        const { value } = lp.answer(asked, 'peakW', { atMostCost: (plan.cost ?? 0) + 1e-9 })
        expect(plan.peakW).toBeLessThanOrEqual(value * 1.001 + 3)
      }),
      { numRuns: 100 },
    )
  })

  test('is the flattest where there are no prices', () => {
    fc.assert(
      fc.property(site, (problem) => {
        const priceless = { ...problem, prices: null }
        expect(cheapest(priceless)).toEqual(solve(priceless, { objective: 'flattest' }))
        expect(cheapest(priceless).cost).toBeNull()
      }),
      { numRuns: 50 },
    )
  })
})
