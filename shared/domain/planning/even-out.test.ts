import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { evenOut, usableSlots } from './even-out.ts'
import { certificate } from './certificate.ts'
import { layAsBefore } from './flow/lay.ts'
import { planOf } from './plan-of.ts'
import type { Plan } from './plan.ts'
import type { PlanningProblem } from './problem.ts'
import { serveAll } from './serve.ts'
import { networkOf } from './solve.ts'
import { energiesWh } from './test-bench/expect-plan.ts'
import { loadLp, type Lp } from './test-bench/lp.ts'
import { randomSite } from './test-bench/random-site.ts'

let lp: Lp
beforeAll(async () => {
  lp = await loadLp()
})

const site = fc.oneof(
  randomSite({ mostSessions: 8, mostSlots: 7, narrow: true }),
  randomSite({ mostSessions: 8, mostSlots: 7, narrow: false }),
)

/** Everybody charges as soon as they can, and that is then evened out. */
function evenedOut(problem: PlanningProblem): Plan {
  const { network, indices } = networkOf(problem)
  for (const index of indices) layAsBefore(network, index, () => Infinity)
  serveAll(network, indices)
  evenOut(network, usableSlots(network))
  return planOf(problem, network, indices, certificate(network))
}

test('no plan that delivers as much has less above any level: the curve is the flattest in every sense', () => {
  fc.assert(
    fc.property(site, (problem) => {
      const plan = evenedOut(problem)
      const energyWh = energiesWh(problem, plan)
      const sessions = problem.sessions.map((session, index) => ({
        ...session,
        energyWh: plan.sessions[index]?.deliveredWh ?? 0,
      }))
      for (const levelW of new Set(plan.loadW)) {
        let belowWh = 0
        for (let slot = 0; slot < problem.slots; slot += 1) {
          const hours = (problem.slotMinutes * (slot === 0 ? 1 - problem.elapsed : 1)) / 60
          const slotWh = energyWh.reduce((sum, row) => sum + (row[slot] ?? 0), 0)
          belowWh += Math.min(slotWh, Math.max(0, levelW - (problem.baseW[slot] ?? 0)) * hours)
        }
        const mostWh = lp.answer({ ...problem, sessions }, 'delivered', { atMostW: levelW }).value
        expect(belowWh).toBeLessThanOrEqual(mostWh + 0.01)
        // Each slot is even to two watt-minutes.
        expect(belowWh).toBeGreaterThanOrEqual(mostWh - 0.04 * problem.slots)
      }
    }),
    { numRuns: 100 },
  )
})
