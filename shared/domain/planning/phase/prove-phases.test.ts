import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadLp } from '../test-bench/lp.ts'
import { mixedSite } from '../test-bench/mixed-site.ts'
import { provePhases } from './prove-phases.ts'

const lp = await loadLp()
const size = { sessions: 9, slots: 10, feeders: 4, byPhase: true } as const
const site = mixedSite({ ...size, tightness: [0.5, 4] })

describe('whether all fits by phase', () => {
  test('is said only where a linear program says so too, and where it is tight with it', () => {
    fc.assert(
      fc.property(site, (problem) => {
        const { verdict, critical } = provePhases(problem, null)
        const { feasible } = lp.answer(problem, 'peakDa')
        expect(verdict).not.toBe(feasible ? 'infeasible' : 'feasible')
        expect(critical.slots.length === 0).toBe(verdict === 'feasible')
      }),
      { numRuns: 60 },
    )
  })

  test('is seen where only feeders are fused by phase', () => {
    fc.assert(
      fc.property(site, (asked) => {
        const limitDa = asked.baseW.map(() => 10_000_000)
        const problem = { ...asked, phases: { voltageV: 230, limitDa } }
        const { verdict } = provePhases(problem, null)
        const { feasible } = lp.answer(problem, 'peakDa')
        expect(verdict).not.toBe(feasible ? 'infeasible' : 'feasible')
      }),
      { numRuns: 60 },
    )
  })

  test('comes with a plan whose shortage is near the least there is, and never below it', () => {
    let shortWh = 0
    let leastWh = 0
    let wantedWh = 0
    for (const problem of fc.sample(site, { numRuns: 60, seed: 12 })) {
      const proof = provePhases(problem, problem.sessions[0]?.id ?? null)
      const wanted = problem.sessions.reduce((sum, { energyWh }) => sum + energyWh, 0)
      const least = Math.max(0, wanted - lp.answer(problem, 'delivered').value)
      expect(proof.shortWh).toBeGreaterThanOrEqual(least - 0.01 - 1e-5 * wanted)
      shortWh += proof.shortWh
      leastWh += least
      wantedWh += wanted
    }
    expect((shortWh - leastWh) / wantedWh).toBeLessThan(0.05)
  })
})
