import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Plan } from './plan.ts'
import type { PlanningProblem } from './problem.ts'
import { solve } from './solve.ts'
import { expectWithinLimits } from './test-bench/expect-plan.ts'
import { loadLp, type Lp } from './test-bench/lp.ts'
import { randomSite, withoutTooMuch } from './test-bench/random-site.ts'

let lp: Lp
beforeAll(async () => {
  lp = await loadLp()
})

const wide = randomSite({ mostSessions: 8, mostSlots: 9, narrow: false }).map(withoutTooMuch)
const narrow = randomSite({ mostSessions: 8, mostSlots: 9, narrow: true })
const flattest = (problem: PlanningProblem) => solve(problem, { objective: 'flattest' })

/** Energies are whole watt-minutes, so a slot may be a little off; of a peak that is at most this. */
function expectSame(own: number, theirs: number, slack: number): void {
  expect(Math.abs(own - theirs)).toBeLessThanOrEqual(slack + 0.001 * Math.abs(theirs))
}

describe('the flattest plan', () => {
  test('is found exactly when there is one, with the peak that HiGHS finds', () => {
    fc.assert(
      fc.property(fc.oneof(wide, narrow.map(withoutTooMuch)), (problem) => {
        const plan = flattest(problem)
        const answer = lp.answer(problem, 'peakW')
        expect(plan.unmet.length === 0).toBe(answer.feasible)
        if (answer.feasible) expectSame(plan.peakW, answer.value, 3)
      }),
      { numRuns: 250 },
    )
  })

  test('keeps every limit, whoever goes short', () => {
    fc.assert(
      fc.property(fc.oneof(wide, narrow), (problem) => {
        expectWithinLimits(problem, flattest(problem))
      }),
      { numRuns: 250 },
    )
  })

  test('is the same for the same problem', () => {
    fc.assert(
      fc.property(narrow, (problem) => {
        expect(flattest(problem)).toEqual(flattest({ ...problem }))
      }),
    )
  })

  test('is as flat when it starts from an earlier plan', () => {
    fc.assert(
      fc.property(wide, narrow, (problem, other) => {
        const before = flattest({ ...problem, sessions: other.sessions.map(withoutFeeder) })
        const previous: Plan = before
        const plan = solve(problem, { objective: 'flattest', previous })
        expectWithinLimits(problem, plan)
        expectSameCurve(plan, flattest(problem))
      }),
    )
  })
})

function withoutFeeder(session: PlanningProblem['sessions'][number]) {
  return { ...session, feederId: null, arrive: 0, depart: Math.min(2, session.depart) }
}

/** There is one flattest curve; watt-minutes of rounding are all that two plans may differ by. */
function expectSameCurve(one: Plan, other: Plan): void {
  one.loadW.forEach((loadW, slot) => {
    expect(Math.abs(loadW - (other.loadW[slot] ?? 0))).toBeLessThanOrEqual(5)
  })
}
