import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planPhases } from '../phase/plan-phases.ts'
import type { Plan } from '../plan.ts'
import type { PlanningProblem, PlanSession } from '../problem.ts'
import { solve, type Objective } from '../solve.ts'
import { car, siteOf } from '../test-bench/by-example.ts'
import { depotSite } from '../test-bench/depot-site.ts'
import { mixedSite, type MixedSize } from '../test-bench/mixed-site.ts'
import { overloadOf } from '../test-bench/overload.ts'
import { sixAmp } from './six-amp.ts'

const size: MixedSize = {
  sessions: 10,
  slots: 12,
  feeders: 3,
  byPhase: false,
  tightness: [0.6, 3],
}
const sites = fc.oneof(mixedSite(size), mixedSite({ ...size, byPhase: true }))

function planned(problem: PlanningProblem, objective: Objective = 'flattest') {
  const before = planPhases(problem, solve(problem, { objective }), objective)
  return { before, plan: sixAmp(problem, before, objective) }
}

describe('6 A or off', () => {
  test('every car draws its minimum or more, or nothing, in one stretch where it may not be paused', () => {
    fc.assert(
      fc.property(sites, (problem) => {
        eachSession(problem, planned(problem).plan, ({ minW, maxW, suspendable }, { w }) => {
          const drawn = w.filter((power) => power > 0)
          expect(Math.min(...drawn, minW)).toBeGreaterThanOrEqual(minW - 1e-6)
          expect(Math.max(...drawn, 0)).toBeLessThanOrEqual(maxW + 1e-6)
          const first = w.findIndex((power) => power > 0)
          const last = w.findLastIndex((power) => power > 0)
          if (!suspendable && last > first) expect(last - first + 1).toBe(drawn.length)
        })
      }),
      { numRuns: 30 },
    )
  })

  test('every limit is kept, in every slot, feeder and phase', () => {
    fc.assert(
      fc.property(sites, (problem) => {
        expect(overloadOf(problem, planned(problem).plan)).toBeLessThan(1e-9)
      }),
      { numRuns: 30 },
    )
  })

  test('every car gets what it had, or what it misses is named with the slots in its way', () => {
    fc.assert(
      fc.property(sites, (problem) => {
        const { before, plan } = planned(problem)
        eachSession(problem, plan, ({ energyWh }, { id, deliveredWh, w, firstSlot }, place) => {
          const unmet = plan.unmet.find(({ sessionId }) => sessionId === id)
          expect(Math.abs(energyWh - deliveredWh - (unmet?.shortfallWh ?? 0))).toBeLessThan(0.02)
          if (deliveredWh > (before.sessions[place]?.deliveredWh ?? 0) - 0.02) return
          expect(unmet?.because).toBe('limit')
          expect(unmet?.critical.slots).not.toEqual([])
          for (const slot of unmet?.critical.slots ?? []) {
            expect(slot).toBeGreaterThanOrEqual(firstSlot)
            expect(slot).toBeLessThan(firstSlot + w.length)
          }
        })
      }),
      { numRuns: 30 },
    )
  })

  test('what a car draws until it is ready makes its energy, and after that it draws nothing', () => {
    fc.assert(
      fc.property(sites, (problem) => {
        eachSession(problem, planned(problem).plan, (session, line) => {
          const { readyAt, deliveredWh, firstSlot, w } = line
          const drawnWh = drawnUntil(problem, session, line, readyAt ?? session.depart)
          expect(Math.abs(drawnWh - deliveredWh)).toBeLessThan(0.05)
          const after = w.filter((_, place) => readyAt !== null && firstSlot + place >= readyAt)
          expect(Math.max(0, ...after)).toBe(0)
        })
      }),
      { numRuns: 30 },
    )
  })

  test('the same question gets the same answer', () => {
    fc.assert(
      fc.property(sites, (problem) => {
        const { before, plan } = planned(problem)
        expect(sixAmp({ ...problem }, before)).toEqual(plan)
      }),
      { numRuns: 10 },
    )
  })

  test('a depot of two hundred hardly gets a higher peak by it, and nobody misses anything', () => {
    for (const seed of [1, 2, 3]) {
      const { plan } = planned(depotSite({ seed, sessions: 200, slots: 96, feeders: 8 }))
      expect(plan.unmet).toEqual([])
      expect(plan.gap).toBeLessThan(0.0005)
    }
  })

  test('where the grid bears just the lowest peak, no promise is missed and next to nothing of the rest', () => {
    for (const seed of [1, 2, 3]) {
      const wide = depotSite({ seed, sessions: 200, slots: 96 })
      const { peakW } = solve(wide, { objective: 'flattest' })
      const problem = { ...wide, limitW: wide.baseW.map(() => peakW) }
      const { plan } = planned(problem)
      const wantedWh = problem.sessions.reduce((sum, { energyWh }) => sum + energyWh, 0)
      const missedWh = plan.unmet.reduce((sum, { shortfallWh }) => sum + shortfallWh, 0)
      expect(missedWh).toBeLessThan(wantedWh * 0.002)
      const promised = new Set(problem.sessions.flatMap((one) => (one.promised ? one.id : [])))
      expect(plan.unmet.filter(({ sessionId }) => promised.has(sessionId))).toEqual([])
    }
  })

  test('a depot that charges where power is cheap hardly pays more by it, and nobody misses anything', () => {
    for (const seed of [1, 2, 3]) {
      const wide = depotSite({ seed, sessions: 200, slots: 96 })
      const { peakW } = solve(wide, { objective: 'flattest' })
      const problem = { ...wide, limitW: wide.baseW.map(() => peakW * 1.15) }
      const { before, plan } = planned(problem, 'cheapest')
      expect(plan.unmet).toEqual([])
      expect(plan.cost).toBeLessThan((before.cost ?? 0) * 1.003)
    }
  })
})

describe('6 A or off, near the plan before', () => {
  test('says the same again while nothing changes and nobody misses anything', () => {
    fc.assert(
      fc.property(mixedSite({ ...size, tightness: [2, 6] }), (problem) => {
        const { before, plan } = planned(problem)
        fc.pre(plan.unmet.length === 0)
        const again = sixAmp(problem, before, 'flattest', plan)
        for (const [place, { w }] of plan.sessions.entries())
          for (const [slot, power] of w.entries())
            expect(again.sessions[place]?.w[slot]).toBeCloseTo(power, 3)
      }),
      { numRuns: 20 },
    )
  })

  test('keeps minimums, stretches and limits when cars leave and others need more or less', () => {
    fc.assert(
      fc.property(sites, fc.array(fc.integer({ min: 0, max: 15 })), (problem, tenths) => {
        const { plan: earlier } = planned(problem)
        const sessions = problem.sessions.flatMap((session, place) => {
          const share = (tenths[place] ?? 10) / 10
          return share === 0 ? [] : { ...session, energyWh: Math.ceil(session.energyWh * share) }
        })
        const next = { ...problem, sessions }
        const free = planPhases(next, solve(next, { objective: 'flattest' }), 'flattest')
        const plan = sixAmp(next, free, 'flattest', earlier)
        expect(overloadOf(next, plan)).toBeLessThan(1e-9)
        eachSession(next, plan, ({ minW, suspendable }, { w }) => {
          const drawn = w.filter((power) => power > 0)
          expect(Math.min(...drawn, minW)).toBeGreaterThanOrEqual(minW - 1e-6)
          const stretch = w.findLastIndex((power) => power > 0) - w.findIndex((power) => power > 0)
          if (!suspendable && drawn.length > 0) expect(stretch + 1).toBe(drawn.length)
        })
      }),
      { numRuns: 30 },
    )
  })

  test('most of a depot stays as it is when one more car comes', () => {
    const site = depotSite({ seed: 1, sessions: 100, slots: 96 })
    const [newcomer, ...sessions] = site.sessions
    const { plan: earlier } = planned({ ...site, sessions })
    const free = solve(site, { objective: 'flattest' })
    const plan = sixAmp(site, free, 'flattest', earlier)
    const had = new Map(earlier.sessions.map(({ id, w }) => [id, w]))
    const moved = plan.sessions.filter(
      ({ id, w }) =>
        id !== newcomer?.id &&
        w.some((power, at) => Math.abs(power - (had.get(id)?.[at] ?? 0)) > 100),
    )
    expect(plan.unmet).toEqual([])
    expect(plan.peakW).toBeLessThan(plan.provenPeakW * 1.011)
    expect(moved.length).toBeLessThan(20)
  })
})

describe('6 A or off, by example', () => {
  test('what is less than a slot at the minimum is charged in a part of it', () => {
    const { plan } = planned(siteOf([car({ energyWh: 690 })], 20_000, [0, 0, 0]))
    const [line] = plan.sessions
    expect(line?.w).toEqual([4140, 0, 0])
    expect(line?.deliveredWh).toBe(690)
    expect(line?.readyAt).toBeCloseTo(690 / 1035)
  })

  test('a car that charges and can’t be paused goes on, whatever would be better for the peak', () => {
    const running = car({ energyWh: 1_500, suspendable: false, charging: true })
    const [line] = planned(siteOf([running], 20_000, [8_000, 0, 0, 0])).plan.sessions
    expect(line?.w.map((w) => w > 0)).toEqual([true, true, false, false])
    const waiting = { ...running, charging: false }
    const [later] = planned(siteOf([waiting], 20_000, [8_000, 0, 0, 0])).plan.sessions
    expect(later?.w[0]).toBe(0)
  })

  test('where two would share what is too little for both, the promise is kept', () => {
    const cars = [car({ id: 'wish', promised: false }), car({ id: 'promise' })]
    const { plan } = planned(siteOf(cars, 6_000, [0]))
    expect(plan.sessions.map(({ w }) => w)).toEqual([[0], [4140]])
    expect(plan.unmet).toEqual([
      {
        sessionId: 'wish',
        shortfallWh: 1000,
        because: 'limit',
        critical: { slots: [0], feederIds: [] },
      },
    ])
  })

  test('the cheapest plan stays in the cheap slots as far as 6 A goes', () => {
    const problem = {
      ...siteOf([car({ energyWh: 3000 })], 20_000, [0, 0, 0, 0]),
      prices: [900, 300, 900, 300],
    }
    const { plan, before } = planned(problem, 'cheapest')
    expect(plan.sessions[0]?.w).toEqual([0, 6000, 0, 6000])
    expect(plan.cost).toBeCloseTo(before.cost ?? 0)
  })
})

function eachSession(
  { sessions }: PlanningProblem,
  plan: Plan,
  visit: (session: PlanSession, line: Plan['sessions'][number], place: number) => void,
): void {
  expect(plan.sessions.map(({ id }) => id)).toEqual(sessions.map(({ id }) => id))
  sessions.forEach((session, place) => {
    const line = plan.sessions[place]
    if (line !== undefined) visit(session, line, place)
  })
}

function drawnUntil(
  { slotMinutes, elapsed }: PlanningProblem,
  { arrive, depart }: PlanSession,
  { w, firstSlot }: Pick<Plan['sessions'][number], 'w' | 'firstSlot'>,
  until: number,
): number {
  return w.reduce((sum, power, place) => {
    const slot = firstSlot + place
    const from = Math.max(arrive, slot === 0 ? elapsed : slot)
    const hours = ((Math.min(depart, slot + 1, until) - from) * slotMinutes) / 60
    return sum + (hours > 0 ? power * hours : 0)
  }, 0)
}
