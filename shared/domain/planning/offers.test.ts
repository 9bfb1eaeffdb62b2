import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PlanSession, PlanningProblem } from './problem.ts'
import { promiseBook, type OfferNeed } from './promise-book.ts'
import { bookProblem, servedWh, snapshot } from './test-bench/expect-book.ts'
import { loadLp, type Lp } from './test-bench/lp.ts'
import { randomSite, withoutTooMuch } from './test-bench/random-site.ts'

let lp: Lp
beforeAll(async () => {
  lp = await loadLp()
})

const site = fc
  .oneof(
    randomSite({ mostSessions: 8, mostSlots: 8, narrow: true }),
    randomSite({ mostSessions: 8, mostSlots: 8, narrow: false }),
  )
  .map(withoutTooMuch)

/** The last session asks what it could be promised; of the others those are promised that can be. */
function asking(problem: PlanningProblem, forced: boolean) {
  const book = promiseBook({ ...problem, firstSlot: 0 })
  const [guest, ...others] = problem.sessions.toReversed()
  for (const session of others) {
    if (forced) book.force([session], [])
    else book.change([session], [])
  }
  if (guest === undefined) throw new Error('Every site has a session')
  const need: OfferNeed = {
    earliest: 0,
    latest: problem.slots,
    maxW: guest.maxW,
    feederId: guest.feederId,
    wantWh: Infinity,
  }
  /** The most that HiGHS can give the guest in such a stay, while nobody else loses anything. */
  const mostWh = (arrive: number, depart: number, without: readonly string[] = []) => {
    const kept = [...book.ids()].filter((id) => !without.includes(id))
    const session: PlanSession = { ...guest, arrive, depart, energyWh: 1e6 }
    const weights = [...kept.map(() => 0), 1]
    const atLeastWh = [...kept.map((id) => servedWh(book, id)), 0]
    return lp.answer(bookProblem(problem, book, [...kept, session], 0), 'delivered', {
      weights,
      atLeastWh,
    }).value
  }
  return { book, need, mostWh }
}

/** Each offer is rounded down to watt-minutes, slot by slot. */
function expectOffer(offerWh: number, mostWh: number): void {
  expect(offerWh).toBeLessThanOrEqual(mostWh + 1e-3)
  expect(offerWh).toBeGreaterThanOrEqual(mostWh - 0.5)
}

describe('offers', () => {
  test('are for every start the most that HiGHS finds, with every promise kept', () => {
    fc.assert(
      fc.property(site, fc.boolean(), (problem, forced) => {
        const { book, need, mostWh } = asking(problem, forced)
        const before = snapshot(book)
        const offersWh = book.offerCurve(need)
        expect(snapshot(book)).toEqual(before)
        expect(offersWh).toHaveLength(problem.slots)
        offersWh.forEach((wh, start) => expectOffer(wh, mostWh(start, problem.slots)))
      }),
      { numRuns: 40 },
    )
  })

  test('for a stay of some length are too, and nothing where it has no room', () => {
    fc.assert(
      fc.property(site, fc.integer({ min: 1, max: 9 }), (problem, stay) => {
        const { book, need, mostWh } = asking(problem, false)
        const before = snapshot(book)
        const offersWh = book.offersOfLength(need, stay)
        expect(snapshot(book)).toEqual(before)
        expect(offersWh).toHaveLength(Math.max(0, problem.slots - stay + 1))
        offersWh.forEach((wh, start) => expectOffer(wh, mostWh(start, start + stay)))
      }),
      { numRuns: 40 },
    )
  })

  test('are accepted as offered, and refused with a little more', () => {
    fc.assert(
      fc.property(site, (problem) => {
        const { book, need } = asking(problem, false)
        const offersWh = book.offerCurve(need)
        const guest: PlanSession = {
          id: 'guest',
          arrive: 0,
          depart: problem.slots,
          energyWh: 0,
          maxW: need.maxW,
          minW: 0,
          phases: ['L1', 'L2', 'L3'],
          feederId: need.feederId,
          priority: 'low',
          promised: true,
          suspendable: true,
        }
        offersWh.forEach((energyWh, arrive) => {
          expect(book.judge([{ ...guest, arrive, energyWh }], []).shortage).toBeNull()
          const more = { ...guest, arrive, energyWh: energyWh + 0.1 }
          expect(book.judge([more], []).shortage).not.toBeNull()
        })
      }),
      { numRuns: 100 },
    )
  })

  test('take the place of a promise that would be given up, and go no further than is wanted', () => {
    fc.assert(
      fc.property(site, fc.integer({ min: 0, max: 20_000 }), (problem, wantWh) => {
        const { book, need, mostWh } = asking(problem, false)
        const without = [...book.ids()].slice(0, 1)
        const offersWh = book.offerCurve({ ...need, wantWh, without })
        offersWh.forEach((wh, start) =>
          expectOffer(wh, Math.min(wantWh, mostWh(start, problem.slots, without))),
        )
      }),
      { numRuns: 50 },
    )
  })
})
