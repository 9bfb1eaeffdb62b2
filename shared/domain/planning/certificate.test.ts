import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Plan } from './plan.ts'
import type { PlanningProblem } from './problem.ts'
import { solve } from './solve.ts'
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

/** The problem of delivering what a plan delivers. */
function asDelivered(problem: PlanningProblem, plan: Plan): PlanningProblem {
  const sessions = problem.sessions.map((session, index) => ({
    ...session,
    energyWh: plan.sessions[index]?.deliveredWh ?? 0,
  }))
  return { ...problem, sessions }
}

/** What the critical slots hold at least, worked out from what the other slots and the named feeders bear. */
function heldPeakW(problem: PlanningProblem, { critical }: Plan): number {
  const inside = new Set(critical.slots)
  const outside = {
    ...problem,
    limitW: problem.baseW.map((_, slot) =>
      inside.has(slot) ? 0 : (problem.limitW?.[slot] ?? 1e9),
    ),
    feeders: problem.feeders.map((feeder) =>
      critical.feederIds.includes(feeder.id) ? feeder : { ...feeder, limitW: null },
    ),
  }
  let heldWh = -lp.answer(outside, 'delivered').value
  for (const { energyWh } of problem.sessions) heldWh += energyWh
  let hours = 0
  for (const slot of critical.slots) {
    const own = (problem.slotMinutes * (slot === 0 ? 1 - problem.elapsed : 1)) / 60
    heldWh += (problem.baseW[slot] ?? 0) * own
    hours += own
  }
  return heldWh / hours
}

test.each(['flattest', 'cheapest'] as const)(
  'the certificate of the %s plan never says more than the lowest peak that HiGHS finds',
  (objective) => {
    fc.assert(
      fc.property(site, (problem) => {
        const plan = solve(problem, { objective })
        const { value } = lp.answer(asDelivered(problem, plan), 'peakW')
        expect(plan.provenPeakW).toBeLessThanOrEqual(value + 0.01)
        expect(plan.provenPeakW).toBeGreaterThanOrEqual(value * 0.999 - 1)
        expect(plan.gap).toBeCloseTo((plan.peakW - plan.provenPeakW) / (plan.provenPeakW || 1), 9)
      }),
      { numRuns: 120 },
    )
  },
)

test('what whole watt-minutes in many slots leave of a full one does not weaken it', () => {
  // 190,031.2 Wm in each of five slots are 190,032, which leaves four of the last one's 189,000.
  const plan = solve(
    {
      slotMinutes: 15,
      slots: 6,
      elapsed: 0,
      baseW: [0, 0, 0, 0, 0, 0],
      limitW: [20_000, 20_000, 20_000, 20_000, 20_000, 12_600],
      phases: null,
      feeders: [],
      prices: null,
      sessions: [
        {
          id: 'bus',
          priority: 'normal',
          promised: false,
          arrive: 0,
          depart: 6,
          energyWh: 1_139_156 / 60,
          maxW: 20_000,
          minW: 0,
          phases: ['L1', 'L2', 'L3'],
          suspendable: true,
          feederId: null,
        },
      ],
    },
    { objective: 'flattest' },
  )
  expect(plan.loadW[5]).toBeCloseTo(188_996 / 15, 6)
  expect(plan.provenPeakW).toBeCloseTo(190_031.2 / 15, 3)
})

test('the critical slots and feeders alone prove it', () => {
  fc.assert(
    fc.property(site, (problem) => {
      const plan = solve(problem, { objective: 'flattest' })
      expect(plan.critical.slots.length).toBeGreaterThan(0)
      const heldW = heldPeakW(asDelivered(problem, plan), plan)
      expect(Math.abs(heldW - plan.provenPeakW)).toBeLessThanOrEqual(0.01 + 1e-6 * heldW)
    }),
    { numRuns: 150 },
  )
})
