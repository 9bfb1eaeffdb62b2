import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Plan } from './plan.ts'
import type { PlanningProblem } from './problem.ts'
import { rankOf } from './shortfall.ts'
import { solve } from './solve.ts'
import { energiesWh } from './test-bench/expect-plan.ts'
import { feedersBelow } from './test-bench/lp-rows.ts'
import { loadLp, type Lp } from './test-bench/lp.ts'
import { randomSite, withoutTooMuch } from './test-bench/random-site.ts'

let lp: Lp
beforeAll(async () => {
  lp = await loadLp()
})

const site = randomSite({ mostSessions: 9, mostSlots: 6, narrow: true })
const flattest = (problem: PlanningProblem) => solve(problem, { objective: 'flattest' })
const deliveredWh = (plan: Plan, index: number) => plan.sessions[index]?.deliveredWh ?? 0

describe('where there is too little', () => {
  test('each rank gets as much as it could if those after it were not there', () => {
    fc.assert(
      fc.property(site, (problem) => {
        const plan = flattest(problem)
        for (const last of new Set(problem.sessions.map(rankOf))) {
          const weights: number[] = problem.sessions.map((one) => (rankOf(one) <= last ? 1 : 0))
          const got = weights.reduce((sum, one, index) => sum + one * deliveredWh(plan, index), 0)
          const most = lp.answer(problem, 'delivered', { weights }).value
          expect(got).toBeLessThanOrEqual(most + 0.01)
          expect(got).toBeGreaterThanOrEqual(most - 0.5)
        }
      }),
      { numRuns: 80 },
    )
  })

  test('nobody could get a greater share without one of its rank losing whose share is no greater', () => {
    fc.assert(
      fc.property(site.map(withoutTooMuch), (problem) => {
        const plan = flattest(problem)
        const share = (index: number) =>
          deliveredWh(plan, index) / (problem.sessions[index]?.energyWh || 1)
        problem.sessions.forEach((session, index) => {
          if (session.energyWh === 0 || deliveredWh(plan, index) >= session.energyWh) return
          const atLeastWh = problem.sessions.map((other, at) => {
            const rounding = 0.05 / Math.min(session.energyWh, other.energyWh || 1)
            const stays =
              rankOf(other) < rankOf(session) ||
              (rankOf(other) === rankOf(session) && share(at) <= share(index) + rounding)
            return stays ? deliveredWh(plan, at) : 0
          })
          const weights = problem.sessions.map((_, at) => (at === index ? 1 : 0))
          const { value } = lp.answer(problem, 'delivered', { weights, atLeastWh })
          expect(value).toBeLessThanOrEqual(deliveredWh(plan, index) + 0.5)
        })
      }),
      { numRuns: 100 },
    )
  })

  test('it says for each whether its own time is too short or the grid is full, and where', () => {
    fc.assert(
      fc.property(site, (problem) => {
        const plan = flattest(problem)
        for (const { sessionId, because, critical } of plan.unmet) {
          const session = problem.sessions.find(({ id }) => id === sessionId)
          if (session === undefined) throw new Error(`There is no session ${sessionId}`)
          const alone = flattest({
            ...problem,
            limitW: null,
            feeders: [],
            sessions: [{ ...session, feederId: null }],
          })
          if (because === 'window') {
            expect(alone.unmet).toMatchObject([{ because: 'window' }])
            continue
          }
          const planned = plan.sessions.find(({ id }) => id === sessionId)
          planned?.w.forEach((powerW, place) => {
            const slot = planned.firstSlot + place
            const wholly = session.arrive <= slot && session.depart >= slot + 1
            if (wholly && slot > 0 && powerW < session.maxW - 1) {
              expect(critical.slots).toContain(slot)
            }
          })
          for (const slot of critical.slots) {
            const full = critical.feederIds.some((id) => feederFull(problem, plan, id, slot))
            expect(full || siteFull(problem, plan, slot)).toBe(true)
          }
        }
      }),
      { numRuns: 100 },
    )
  })
})

/** Nearer to its limit than this is full, W: of a slot that is nearly over little is left to round. */
const NEAR_W = 2

function siteFull({ limitW, baseW }: PlanningProblem, plan: Plan, slot: number): boolean {
  const bearsW = Math.max(limitW?.[slot] ?? Infinity, baseW[slot] ?? 0)
  return (plan.loadW[slot] ?? 0) >= bearsW - NEAR_W
}

function feederFull(problem: PlanningProblem, plan: Plan, feederId: string, slot: number): boolean {
  const below = feedersBelow(problem, feederId)
  const hours = (problem.slotMinutes * (slot === 0 ? 1 - problem.elapsed : 1)) / 60
  const drawnWh = energiesWh(problem, plan).reduce(
    (sum, row, index) =>
      sum + (below.has(problem.sessions[index]?.feederId ?? null) ? (row[slot] ?? 0) : 0),
    0,
  )
  const limitW = problem.feeders.find(({ id }) => id === feederId)?.limitW?.[slot] ?? Infinity
  return drawnWh / hours >= limitW - NEAR_W
}
