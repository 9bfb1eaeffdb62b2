import fc from 'fast-check'
import type { FeederLimit, PlanningProblem, PlanSession } from '../problem.ts'

const SLOT_MINUTES = 15

/** How a small site is drawn. */
export interface SiteShape {
  readonly leastSessions?: number
  readonly mostSessions: number
  readonly mostSlots: number
  /** Whether the grid is narrow, so that many don't get what they want. */
  readonly narrow: boolean
}

/**
 * Small sites in all their kinds: with and without a limit, feeders on feeders up to three deep, base load, prices,
 * a first slot that is partly over, and cars that come and go within a slot.
 */
export function randomSite({
  leastSessions = 1,
  mostSessions,
  mostSlots,
  narrow,
}: SiteShape): fc.Arbitrary<PlanningProblem> {
  return fc.integer({ min: 2, max: mostSlots }).chain((slots) => {
    const watts = (most: number) =>
      fc.array(fc.integer({ min: 0, max: most }), { minLength: slots, maxLength: slots })
    const most = narrow ? 25_000 : 90_000
    const feeders = fc.array(
      fc.record({
        hangsOn: fc.option(fc.nat(3)),
        limitW: fc.option(watts(narrow ? 15_000 : 60_000), { freq: 6 }),
      }),
      { maxLength: 4 },
    )
    return fc
      .record({
        elapsed: fc.oneof(fc.constant(0), minutesOf(0.9)),
        baseW: fc.oneof(fc.constant(Array<number>(slots).fill(0)), watts(12_000)),
        limitW: fc.option(watts(most), { freq: 3 }),
        feeders,
        // Few prices, so that many slots share one.
        prices: fc.array(fc.constantFrom(-200, 300, 400, 1_500), {
          minLength: slots,
          maxLength: slots,
        }),
        sessions: fc.array(randomSession(slots), {
          minLength: leastSessions,
          maxLength: mostSessions,
        }),
      })
      .map(({ elapsed, baseW, limitW, feeders: drawn, prices, sessions }) => ({
        slotMinutes: SLOT_MINUTES,
        slots,
        elapsed,
        baseW,
        limitW,
        phases: null,
        feeders: drawn.map((feeder, index): FeederLimit => ({
          id: `feeder ${index}`,
          parentId:
            feeder.hangsOn !== null && feeder.hangsOn < index ? `feeder ${feeder.hangsOn}` : null,
          limitW: feeder.limitW,
          limitDa: null,
        })),
        prices,
        sessions: sessions.map(({ hangsOn, ...session }, index): PlanSession => ({
          ...session,
          id: `car ${index}`,
          feederId: hangsOn < drawn.length ? `feeder ${hangsOn}` : null,
        })),
      }))
  })
}

/** A time in slots that is a whole minute. */
function minutesOf(most: number): fc.Arbitrary<number> {
  return fc
    .integer({ min: 0, max: Math.floor(most * SLOT_MINUTES) })
    .map((minutes) => minutes / SLOT_MINUTES)
}

function randomSession(slots: number) {
  return fc
    .record({
      arrive: fc.oneof(fc.integer({ min: 0, max: slots - 1 }), minutesOf(slots - 0.1)),
      stays: fc.oneof(fc.integer({ min: 1, max: slots }), minutesOf(slots)),
      maxW: fc.constantFrom(3_680, 7_360, 11_000, 22_000),
      wantsPercent: fc.integer({ min: 0, max: 110 }),
      hangsOn: fc.nat(5),
      priority: fc.constantFrom<PlanSession['priority']>('low', 'normal', 'high'),
      promised: fc.boolean(),
    })
    .map(({ arrive, stays, maxW, wantsPercent, ...rest }) => {
      const depart = Math.min(slots, arrive + stays)
      return {
        ...rest,
        arrive,
        depart,
        energyWh: Math.round((wantsPercent / 100) * maxW * (depart - arrive) * (SLOT_MINUTES / 60)),
        maxW,
        minW: 0,
        phases: ['L1', 'L2', 'L3'] as const,
        suspendable: true,
      }
    })
}

/** The same site with nobody wanting more than it could get alone. */
export function withoutTooMuch(problem: PlanningProblem): PlanningProblem {
  return {
    ...problem,
    sessions: problem.sessions.map((session) => {
      const from = Math.max(session.arrive, problem.elapsed)
      const hours = (Math.max(0, session.depart - from) * problem.slotMinutes) / 60
      return { ...session, energyWh: Math.min(session.energyWh, Math.floor(session.maxW * hours)) }
    }),
  }
}
