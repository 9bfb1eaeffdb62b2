import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadLp } from '../test-bench/lp.ts'
import { mixedSite } from '../test-bench/mixed-site.ts'
import { phaseShortageWh, provePhases } from './prove-phases.ts'

const lp = await loadLp()
const size = { sessions: 12, slots: 12, feeders: 4, byPhase: true } as const
const site = mixedSite({ ...size, tightness: [0.5, 4] })

describe('whether all fits by phase', () => {
  test('is said only where a linear program says so too, and where it is tight with it', () => {
    fc.assert(
      fc.property(site, (problem) => {
        const { verdict, critical } = provePhases(problem)
        const { feasible } = lp.answer(problem, 'peakDa')
        expect(verdict).not.toBe(feasible ? 'infeasible' : 'feasible')
        expect(critical.slots.length === 0).toBe(verdict === 'feasible')
      }),
      { numRuns: 100 },
    )
  })

  test('is seen where only feeders are fused by phase', () => {
    fc.assert(
      fc.property(site, (asked) => {
        const limitDa = asked.baseW.map(() => 10_000_000)
        const problem = { ...asked, phases: { voltageV: 230, limitDa } }
        const { verdict } = provePhases(problem)
        const { feasible } = lp.answer(problem, 'peakDa')
        expect(verdict).not.toBe(feasible ? 'infeasible' : 'feasible')
      }),
      { numRuns: 60 },
    )
  })

  test('is short by something where it does not, and never by less than a linear program finds', () => {
    fc.assert(
      fc.property(site, (problem) => {
        const { verdict } = provePhases(problem)
        const shortWh = phaseShortageWh(problem)
        const wantedWh = problem.sessions.reduce((sum, { energyWh }) => sum + energyWh, 0)
        const leastWh = wantedWh - lp.answer(problem, 'delivered').value
        expect(shortWh).toBeGreaterThanOrEqual(leastWh - 0.01 - 1e-6 * wantedWh)
        if (verdict === 'feasible') expect(shortWh).toBeLessThanOrEqual(0.01 * wantedWh)
      }),
      { numRuns: 60 },
    )
  })
})
