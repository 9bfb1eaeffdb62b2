import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PlanningProblem } from '../problem.ts'
import { solve } from '../solve.ts'
import { loadMilp, type Milp } from '../test-bench/milp.ts'
import { mixedSite } from '../test-bench/mixed-site.ts'
import { randomSite, withoutTooMuch } from '../test-bench/random-site.ts'
import { sixAmp } from './six-amp.ts'

let milp: Milp
beforeAll(async () => {
  milp = await loadMilp()
})

/** What is searched by chance may one day miss; the same sites each time don't. */
const SEED = 2_026

const small = randomSite({ mostSessions: 9, mostSlots: 9, narrow: false })
  .map(withoutTooMuch)
  .map(withMinimums)

function withMinimums(problem: PlanningProblem): PlanningProblem {
  const sessions = problem.sessions.map((session, place) => ({
    ...session,
    minW: session.maxW === 3_680 ? 1_380 : 4_140,
    suspendable: place % 4 !== 3,
  }))
  return { ...problem, sessions }
}

/** How far the peak lies above the lowest there is, as a share; null where not all can be had. */
function abovePeak(problem: PlanningProblem): number | null {
  const before = solve(problem, { objective: 'flattest' })
  const bestW = before.unmet.length > 0 ? null : milp.lowestPeakW(problem)
  if (bestW === null) return null
  const { peakW, unmet } = sixAmp(problem, before)
  expect(unmet).toEqual([])
  return (peakW - bestW) / Math.max(1, bestW)
}

/** Mixed-integer programs take long on a machine that is busy. */
const PATIENT = { timeout: 90_000 }

describe('6 A or off on a small site', PATIENT, () => {
  test('has the peak that HiGHS finds, to a thousandth, and serves all that can be served', () => {
    fc.assert(
      fc.property(small, (problem) => {
        const above = abovePeak(problem)
        fc.pre(above !== null)
        expect(Math.abs(above)).toBeLessThan(0.001)
      }),
      { numRuns: 100, seed: SEED },
    )
  })

  test('of up to twenty cars too', () => {
    const larger = randomSite({
      leastSessions: 13,
      mostSessions: 20,
      mostSlots: 9,
      narrow: false,
    })
    const above = fc
      .sample(larger.map(withoutTooMuch).map(withMinimums), { numRuns: 300, seed: SEED })
      .flatMap((problem) => abovePeak(problem) ?? [])
    expect(above.length).toBeGreaterThan(20)
    expect(Math.max(...above)).toBeLessThan(0.001)
    expect(Math.min(...above)).toBeGreaterThan(-0.001)
  })

  test('among narrow feeders too, but for one in fifty', () => {
    const sites = mixedSite({
      sessions: 8,
      slots: 10,
      feeders: 3,
      byPhase: false,
      tightness: [1.5, 4],
    })
    const above = fc
      .sample(sites, { numRuns: 100, seed: SEED })
      .flatMap((problem) => abovePeak(problem) ?? [])
    expect(above.length).toBeGreaterThan(50)
    // HiGHS takes a plan for the best within a ten-thousandth.
    expect(Math.min(...above)).toBeGreaterThan(-0.0002)
    expect(Math.max(...above)).toBeLessThan(0.02)
    expect(above.filter((share) => share > 0.001).length).toBeLessThanOrEqual(above.length / 50)
  })
})
