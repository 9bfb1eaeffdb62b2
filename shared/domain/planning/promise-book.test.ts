import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PlanSession, PlanningProblem } from './problem.ts'
import { promiseBook, type PromiseBook } from './promise-book.ts'
import { bookProblem, expectKept, servedWh, snapshot } from './test-bench/expect-book.ts'
import { loadLp, type Lp } from './test-bench/lp.ts'
import { randomSite, withoutTooMuch } from './test-bench/random-site.ts'

let lp: Lp
beforeAll(async () => {
  lp = await loadLp()
})

/** The book's slots are counted from long ago. */
const FIRST = 1_000

const site = fc
  .oneof(
    randomSite({ mostSessions: 10, mostSlots: 8, narrow: true }),
    randomSite({ mostSessions: 10, mostSlots: 8, narrow: false }),
  )
  .map(withoutTooMuch)

const later = (session: PlanSession, by: number): PlanSession => ({
  ...session,
  arrive: session.arrive + by,
  depart: session.depart + by,
})

/** The sessions of a site as the book counts slots, and an empty book for it. */
function opened(problem: PlanningProblem) {
  const sessions = problem.sessions.map((session) => later(session, FIRST))
  return { book: promiseBook({ ...problem, firstSlot: FIRST }), sessions }
}

/** Puts in whatever is proven. */
function filled(problem: PlanningProblem): PromiseBook {
  const { book, sessions } = opened(problem)
  for (const session of sessions) book.change([session], [])
  return book
}

/** A car that stands there from the beginning. */
const car = (id: string, energyWh: number, depart = 4): PlanSession => ({
  id,
  arrive: FIRST,
  depart: FIRST + depart,
  energyWh,
  maxW: 11_000,
  minW: 0,
  phases: ['L1', 'L2', 'L3'],
  feederId: null,
  priority: 'normal',
  promised: true,
  suspendable: true,
})

type Step = {
  readonly kind: 'change' | 'force' | 'remove'
  readonly at: number
  readonly by: number
}
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('change', 'change', 'change', 'force', 'remove'),
  at: fc.nat(9),
  by: fc.integer({ min: -2, max: 2 }),
})

describe('a promise', () => {
  test('is accepted exactly when HiGHS too finds a plan that takes nothing from anybody', () => {
    fc.assert(
      fc.property(site, fc.array(step, { maxLength: 12 }), (problem, steps) => {
        const { book, sessions } = opened(problem)
        for (const { kind, at, by } of steps) {
          const drawn = sessions[at % sessions.length]
          if (drawn === undefined) continue
          const session = later(drawn, by)
          if (kind === 'remove') book.force([], [session.id])
          else if (kind === 'force') book.force([session], [])
          else {
            const others = [...book.ids()].filter((id) => id !== session.id)
            const asked = bookProblem(problem, book, [...others, session], FIRST)
            const atLeastWh = [...others.map((id) => servedWh(book, id)), session.energyWh]
            const before = snapshot(book)
            const shortage = book.change([session], [])
            expect(shortage === null).toBe(lp.answer(asked, 'delivered', { atLeastWh }).feasible)
            if (shortage !== null) expect(snapshot(book)).toEqual(before)
          }
          expectKept(problem, book, FIRST)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('is refused with what is missing, where, and whose promises hold it', () => {
    const flat = (w: number) => Array.from({ length: 4 }, () => w)
    const book = promiseBook({
      firstSlot: FIRST,
      slotMinutes: 15,
      slots: 4,
      elapsed: 0,
      baseW: flat(0),
      limitW: flat(22_000),
      feeders: [{ id: 'deck 2', parentId: null, limitW: flat(11_000), limitDa: null }],
    })
    const onDeck = (...of: Parameters<typeof car>) => ({ ...car(...of), feederId: 'deck 2' })
    expect(book.change([onDeck('a', 3_000, 2)], [])).toBeNull()
    expect(book.change([onDeck('b', 3_000, 2)], [])).toEqual({
      deficitWh: 500,
      because: 'limit',
      critical: { slots: [FIRST, FIRST + 1], feederIds: ['deck 2'] },
      sessionIds: ['a'],
    })
    expect(book.change([onDeck('c', 6_000, 2)], [])).toMatchObject({
      deficitWh: 3_500,
      because: 'limit',
    })
    expect(book.change([car('d', 20_000)], [])).toEqual({
      deficitWh: 9_000,
      because: 'window',
      critical: { slots: [], feederIds: [] },
      sessionIds: [],
    })
    expect(book.change([onDeck('b', 3_000)], [])).toBeNull()
    expect(book.change([onDeck('b', 3_000, 2)], ['a'])).toBeNull()
    expect([...book.ids()]).toEqual(['b'])
  })
})

describe('a judgement', () => {
  test('tells what the change then does, and changes nothing', () => {
    fc.assert(
      fc.property(site, fc.integer({ min: -3, max: 3 }), (problem, by) => {
        const book = filled(problem)
        const [first, second] = problem.sessions
        if (first === undefined) return
        const put = [later(first, FIRST + by)]
        const remove = second === undefined ? [] : [second.id]
        const before = snapshot(book)
        const judged = book.judge(put, remove)
        expect(snapshot(book)).toEqual(before)
        expect(book.judge(put, remove)).toEqual(judged)
        expect(judged.peakBeforeW).toBe(Math.max(...before.plannedW))
        expect(book.change(put, remove)).toEqual(judged.shortage)
        if (judged.shortage !== null) return
        const after = snapshot(book)
        expect(after.plannedW).toEqual([...judged.afterW])
        expect(judged.peakAfterW).toBe(Math.max(...after.plannedW))
        const same = (id: string) =>
          fc.stringify(before.powers[id]) === fc.stringify(after.powers[id])
        const moved = [...book.ids()].filter((id) => id !== first.id && !same(id))
        expect(judged.changed.toSorted()).toEqual(moved.toSorted())
      }),
      { numRuns: 250 },
    )
  })

  test('fills the valley that the others leave before it moves anybody', () => {
    const book = promiseBook({
      firstSlot: FIRST,
      slotMinutes: 15,
      slots: 4,
      elapsed: 0,
      baseW: [9_000, 3_000, 5_000, 9_000],
      limitW: null,
      feeders: [],
    })
    // 6 kW are level with 1 kW in one slot and 3 kW in the other.
    expect(book.judge([car('a', 1_000)], [])).toMatchObject({
      peakBeforeW: 9_000,
      peakAfterW: 9_000,
      changed: [],
      afterW: Float64Array.of(9_000, 6_000, 6_000, 9_000),
    })
    book.change([{ ...car('a', 1_000), depart: FIRST + 3 }], [])
    // There is room for 1.5 kWh more up to 9 kW; what exceeds it raises the whole of the peak.
    expect(book.judge([car('b', 1_500)], [])).toMatchObject({ peakAfterW: 9_000, changed: [] })
    expect(book.judge([car('b', 2_500)], [])).toMatchObject({ peakAfterW: 10_000 })
    // In the hour's second quarter alone there are 0.75 kWh; the other moves for the rest.
    const second = { arrive: FIRST + 1, depart: FIRST + 2 }
    expect(book.judge([{ ...car('b', 750), ...second }], [])).toMatchObject({ changed: [] })
    expect(book.judge([{ ...car('b', 1_250), ...second }], [])).toMatchObject({
      peakAfterW: 9_000,
      changed: ['a'],
    })
  })

  test('raises the peak no higher than HiGHS must', () => {
    fc.assert(
      fc.property(site, (problem) => {
        const [first, ...others] = problem.sessions
        if (first === undefined) return
        const book = filled({ ...problem, sessions: others })
        const put = later(first, FIRST)
        const judged = book.judge([put], [])
        if (judged.shortage !== null || judged.peakAfterW <= judged.peakBeforeW) return
        const asked = bookProblem(problem, book, [...book.ids(), put], FIRST)
        const { value } = lp.answer(asked, 'peakW')
        expect(judged.peakAfterW).toBeLessThanOrEqual(value * 1.001 + 3)
      }),
      { numRuns: 250 },
    )
  })
})

describe('the book', () => {
  test('keeps what is forced on it as well as it goes, and names what it cannot keep', () => {
    fc.assert(
      fc.property(site, (problem) => {
        const { book, sessions } = opened(problem)
        for (const session of sessions) book.force([session], [])
        expectKept(problem, book, FIRST)
        const asked = bookProblem(problem, book, [...book.ids()], FIRST)
        const most = lp.answer(asked, 'delivered').value
        const served = sessions.reduce((sum, { id }) => sum + servedWh(book, id), 0)
        expect(Math.abs(served - most)).toBeLessThanOrEqual(1 + 0.001 * most)
        for (const { critical, because } of book.shortages()) {
          if (because === 'limit') expect(critical.slots.length).toBeGreaterThan(0)
        }
        // What is free again goes to those who went short.
        book.force(
          [],
          sessions.slice(0, 1).map(({ id }) => id),
        )
        const fewer = bookProblem(problem, book, [...book.ids()], FIRST)
        const mostThen = lp.answer(fewer, 'delivered').value
        const servedThen = sessions.reduce((sum, { id }) => sum + servedWh(book, id), 0)
        expect(Math.abs(servedThen - mostThen)).toBeLessThanOrEqual(1 + 0.001 * mostThen)
      }),
      { numRuns: 100 },
    )
  })

  test('is as before when it is asked about a feeder that isn’t there', () => {
    const flat = Array.from({ length: 4 }, () => 0)
    const bare = { slotMinutes: 15, slots: 4, elapsed: 0, baseW: flat, limitW: null, feeders: [] }
    const book = promiseBook({ ...bare, firstSlot: FIRST })
    book.change([car('a', 1_000)], [])
    const before = snapshot(book)
    const astray = { ...car('a', 2_000), feederId: 'deck 9' }
    const need = { earliest: FIRST, latest: FIRST + 4, maxW: 11_000, wantWh: 1_000 }
    expect(() => book.judge([astray], [])).toThrow('deck 9')
    expect(() => book.change([astray], [])).toThrow('deck 9')
    expect(() => book.offerCurve({ ...need, feederId: 'deck 9', without: ['a'] })).toThrow('deck 9')
    expect(snapshot(book)).toEqual(before)
  })

  test('goes on with another limit and a later time: the past is charged, the rest kept if it can be', () => {
    fc.assert(
      fc.property(site, fc.nat(3), fc.integer({ min: 50, max: 130 }), (problem, by, percent) => {
        const book = filled(problem)
        const from = <T>(list: readonly T[]) => list.slice(by)
        const wattsFrom = (list: readonly number[]) => from(list).map((w) => (w * percent) / 100)
        const next: PlanningProblem = {
          ...problem,
          slots: problem.slots - by,
          elapsed: by === 0 ? problem.elapsed : 0,
          baseW: from(problem.baseW),
          limitW: problem.limitW === null ? null : wattsFrom(problem.limitW),
          feeders: problem.feeders.map((feeder) => ({
            ...feeder,
            limitW: feeder.limitW === null ? null : wattsFrom(feeder.limitW),
          })),
        }
        if (next.slots < 1) return
        const before = new Map([...book.ids()].map((id) => [id, book.powerOf(id)]))
        book.renew({ ...next, firstSlot: FIRST + by })
        expectKept(next, book, FIRST + by)
        const asked = bookProblem(next, book, [...book.ids()], FIRST + by)
        expect(book.shortages().length === 0).toBe(lp.answer(asked, 'cost').feasible)
        for (const id of book.ids()) {
          const drawn = problem.sessions.find((session) => session.id === id)
          const powers = before.get(id)
          if (drawn === undefined || powers === undefined) continue
          const past = bookProblem(problem, book, [later(drawn, FIRST)], FIRST)
          const pastWh = chargedWh(past, powers, by)
          expect(book.get(id)?.energyWh).toBeCloseTo(drawn.energyWh - pastWh, 3)
        }
      }),
      { numRuns: 100 },
    )
  })
})

/** What a session draws in the slots before the given one, Wh. */
function chargedWh(
  { sessions, elapsed }: PlanningProblem,
  { firstSlot, w }: { readonly firstSlot: number; readonly w: readonly number[] },
  until: number,
): number {
  const session = sessions[0]
  if (session === undefined) return 0
  return w.reduce((sum, powerW, place) => {
    const slot = firstSlot - FIRST + place
    if (slot >= until) return sum
    const begins = Math.max(session.arrive, slot === 0 ? elapsed : slot)
    return sum + powerW * Math.max(0, Math.min(session.depart, slot + 1) - begins) * 0.25
  }, 0)
}
