import type { PlanningProblem, PlanSession } from '../problem.ts'
import type { PromiseBook } from '../promise-book.ts'
import { expectWithinLimits } from './expect-plan.ts'

/** A problem over the book's slots with promises of the book, by id, and other sessions. */
export function bookProblem(
  site: PlanningProblem,
  book: PromiseBook,
  which: readonly (string | PlanSession)[],
  firstSlot: number,
): PlanningProblem {
  const sessions = which
    .flatMap((one) => (typeof one === 'string' ? (book.get(one) ?? []) : one))
    .map((session) => ({
      ...session,
      arrive: session.arrive - firstSlot,
      depart: session.depart - firstSlot,
    }))
  return { ...site, sessions }
}

/** What the proof gives a promise, Wh. */
export function servedWh(book: PromiseBook, id: string): number {
  const short = book.shortages().find(({ sessionId }) => sessionId === id)?.shortfallWh ?? 0
  return (book.get(id)?.energyWh ?? 0) - short
}

/** All that can be seen of a book. */
export function snapshot(book: PromiseBook) {
  const ids = [...book.ids()]
  return {
    sessions: ids.map((id) => book.get(id)),
    powers: Object.fromEntries(ids.map((id) => [id, book.powerOf(id)])),
    plannedW: [...book.plannedW(book.range())],
    shortages: book.shortages(),
  }
}

/** Expects that the book's proof is a plan within all limits that serves all but what the book says it doesn't. */
export function expectKept(site: PlanningProblem, book: PromiseBook, firstSlot: number): void {
  const problem = bookProblem(site, book, [...book.ids()], firstSlot)
  const loadW = [...book.plannedW(book.range())]
  expectWithinLimits(problem, {
    sessions: [...book.ids()].map((id) => {
      const powers = book.powerOf(id)
      return {
        id,
        firstSlot: (powers?.firstSlot ?? 0) - firstSlot,
        w: powers?.w ?? [],
        deliveredWh: servedWh(book, id),
        readyAt: null,
      }
    }),
    loadW,
    peakW: Math.max(...loadW),
    provenPeakW: 0,
    gap: 0,
    cost: null,
    critical: { slots: [], feederIds: [] },
    unmet: book.shortages(),
  })
}
