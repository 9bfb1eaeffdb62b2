import { promiseBook } from '../../../shared/domain/planning/promise-book.ts'
import type { PromiseBook } from '../../../shared/domain/planning/promise-book.ts'
import type { PlanningProblem } from '../../../shared/domain/planning/problem.ts'
import { solve } from '../../../shared/domain/planning/solve.ts'
import { depotSite } from '../../../shared/domain/planning/test-bench/depot-site.ts'

/** A site's limit as a share of the lowest peak there could be: hardly any room is left. */
const HARDLY_ANY_ROOM = 1.002

/** A depot with so many accepted bookings that its grid is as good as full, and the book that proves them. */
export function bookedDepot(size: {
  readonly seed: number
  readonly bookings: number
  readonly slots: number
  readonly feeders: number
}): { readonly problem: PlanningProblem; readonly book: PromiseBook } {
  const wide = depotSite({ ...size, sessions: size.bookings * 2, feederShare: 0.12 })
  const { peakW } = solve(
    { ...wide, sessions: wide.sessions.slice(0, size.bookings) },
    { objective: 'flattest' },
  )
  const limitW = wide.baseW.map(() => Math.round(peakW * HARDLY_ANY_ROOM))
  const site = { ...wide, limitW }
  const book = promiseBook({ ...site, firstSlot: 0 })
  const sessions = []
  for (const session of wide.sessions) {
    if (sessions.length === size.bookings) break
    if (book.change([session], []) === null) sessions.push(session)
  }
  if (sessions.length < size.bookings) throw new Error('The depot is too full to book as many')
  return { problem: { ...site, sessions }, book }
}
