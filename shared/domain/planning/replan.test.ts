import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Plan } from './plan.ts'
import type { PlanningProblem, PlanSession } from './problem.ts'
import { replan } from './replan.ts'
import { solve } from './solve.ts'
import { depotSite } from './test-bench/depot-site.ts'
import { expectWithinLimits } from './test-bench/expect-plan.ts'
import { randomSite } from './test-bench/random-site.ts'

const site = fc.oneof(
  randomSite({ mostSessions: 9, mostSlots: 9, narrow: true }),
  randomSite({ mostSessions: 9, mostSlots: 9, narrow: false }),
)
const objective = fc.constantFrom('flattest', 'cheapest')

/** One car comes, goes, stays shorter or wants something else. */
const change = fc.record({
  kind: fc.constantFrom('comes', 'goes', 'leavesSooner', 'wantsMore', 'wantsLess'),
  of: fc.nat(8),
})

function changed(problem: PlanningProblem, { kind, of }: { kind: string; of: number }) {
  const place = of % problem.sessions.length
  const before = {
    ...problem,
    sessions: problem.sessions.filter((_, at) => kind !== 'comes' || at !== place),
  }
  const after = {
    ...problem,
    sessions: problem.sessions.flatMap((session, at) => {
      if (at !== place || kind === 'comes') return session
      if (kind === 'goes') return []
      if (kind === 'leavesSooner') {
        return { ...session, depart: Math.max(session.arrive + 0.2, session.depart - 1) }
      }
      return {
        ...session,
        energyWh: Math.round(session.energyWh * (kind === 'wantsMore' ? 1.3 : 0.6)),
      }
    }),
  }
  return { before, after, id: problem.sessions[place]?.id }
}

const powers = (plan: Plan, id: string) => {
  const session = plan.sessions.find((one) => one.id === id)
  return session && { firstSlot: session.firstSlot, w: session.w }
}

describe('a plan after a change', () => {
  test('is within all limits, delivers as much as a fresh one, and tells who else is moved', () => {
    fc.assert(
      fc.property(site, change, objective, (problem, what, aim) => {
        const { before, after, id } = changed(problem, what)
        const previous = solve(before, { objective: aim })
        const { plan, changed: moved } = replan(after, previous, aim)
        expectWithinLimits(after, plan)
        const fresh = solve(after, { objective: aim })
        const total = (one: Plan) =>
          one.sessions.reduce((sum, { deliveredWh }) => sum + deliveredWh, 0)
        expect(Math.abs(total(plan) - total(fresh))).toBeLessThan(0.01)
        const same = (one: string) =>
          fc.stringify(powers(previous, one)) === fc.stringify(powers(plan, one))
        const short = new Set(previous.unmet.map(({ sessionId }) => sessionId))
        for (const session of after.sessions) {
          if (session.id === id || short.has(session.id)) continue
          expect(moved.includes(session.id)).toBe(!same(session.id))
        }
      }),
      { numRuns: 250 },
    )
  })

  test('tells of a car that has to make room as soon as the earlier plan is laid again', () => {
    const car = (
      id: string,
      arrive: number,
      depart: number,
      energyWh: number,
      maxW = 3_680,
    ): PlanSession => ({
      id,
      feederId: 'feeder',
      arrive,
      depart,
      energyWh,
      maxW,
      minW: 0,
      phases: ['L1', 'L2', 'L3'],
      suspendable: true,
      priority: 'low',
      promised: false,
    })
    const limitW = [0, 734, 0, 0, 0, 0, 2_236, 0]
    const before: PlanningProblem = {
      slotMinutes: 15,
      slots: 8,
      elapsed: 0,
      baseW: Array<number>(8).fill(0),
      limitW: null,
      phases: null,
      feeders: [{ id: 'feeder', parentId: null, limitW, limitDa: null }],
      prices: null,
      // The first is there for a minute, and its cable gives no more in one.
      sessions: [
        car('stays longer', 1, 16 / 15, 62),
        car('makes room', 1 / 15, 91 / 15, 166),
        car('stays', 3, 7, 220, 22_000),
      ],
    }
    const sessions = before.sessions.map((one, at) => (at === 0 ? { ...one, depart: 1.2 } : one))
    const previous = solve(before, { objective: 'flattest' })
    const { plan, changed: moved } = replan({ ...before, sessions }, previous, 'flattest')
    expect(powers(plan, 'makes room')).not.toEqual(powers(previous, 'makes room'))
    expect(moved).toEqual(['makes room'])
  })

  test('is at most half a percent from the lowest peak, or costs the least', () => {
    fc.assert(
      fc.property(site, change, objective, (problem, what, aim) => {
        const { before, after } = changed(problem, what)
        const { plan } = replan(after, solve(before, { objective: aim }), aim)
        const fresh = solve(after, { objective: aim })
        if (fresh.unmet.length > 0) return
        if (aim === 'cheapest') expect(plan.cost).toBeCloseTo(fresh.cost ?? 0, 3)
        else expect(plan.peakW).toBeLessThanOrEqual(fresh.peakW * 1.00501 + 3)
      }),
      { numRuns: 250 },
    )
  })

  test('moves nobody where nothing changed', () => {
    fc.assert(
      fc.property(site, objective, (problem, aim) => {
        const plan = solve(problem, { objective: aim })
        if (plan.unmet.length > 0) return
        const again = replan(problem, plan, aim)
        expect(again.changed).toEqual([])
        expect(again.plan.sessions).toEqual(plan.sessions)
      }),
      { numRuns: 300 },
    )
  })

  test('moves far fewer in a depot than planning afresh', () => {
    const depot = depotSite({ seed: 7, sessions: 120, slots: 96 })
    const previous = solve(depot, { objective: 'flattest' })
    const late = depot.sessions.map((session, index) =>
      index === 40
        ? { ...session, arrive: session.arrive + 3, depart: session.depart + 3 }
        : session,
    )
    const after = { ...depot, sessions: late }
    const { plan, changed: moved } = replan(after, previous, 'flattest')
    const fresh = solve(after, { objective: 'flattest' })
    const movedAfresh = depot.sessions.filter(
      ({ id }) => fc.stringify(powers(previous, id)) !== fc.stringify(powers(fresh, id)),
    )
    expect(moved.length).toBeLessThan(movedAfresh.length / 4)
    expect(plan.peakW).toBeLessThanOrEqual(fresh.peakW * 1.005)
  })
})
