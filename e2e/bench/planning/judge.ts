import type { PlanSession } from '../../../shared/domain/planning/problem.ts'
import { solve } from '../../../shared/domain/planning/solve.ts'
import type { Figure } from '../figure/figure.ts'
import { median, quantile } from '../figure/quantile.ts'
import { bookedDepot } from './booked-depot.ts'
import { timed, timesOf } from './timed.ts'

const BOOKINGS = 500
const SLOTS = 96
const DRAGS = 40

/** Bookings dragged over the whole day and back, slot by slot: each place is judged as the pointer gets there. */
export function judgeFigures(feeders: number): Figure[] {
  const { problem, book } = bookedDepot({ seed: 6, bookings: BOOKINGS, slots: SLOTS, feeders })
  const places = problem.sessions
    .slice(0, DRAGS)
    .flatMap((session) => [...dragged(session), ...dragged(session).toReversed()])
  const times = timesOf(places, (session) => book.judge([session], []))
  const afresh = Array.from(
    { length: 9 },
    () => timed(() => solve(problem, { objective: 'flattest' })).ms,
  )
  const where = `${BOOKINGS} bookings, ${feeders === 0 ? 'no' : feeders} feeders`
  return [
    {
      bench: 'plan',
      figure: `p99, ghost and verdict, ${where}`,
      value: quantile(times, 0.99),
      unit: 'ms',
      baseline: median(afresh),
      budget: { of: 'value', is: '<=', limit: 4 },
    },
  ]
}

function dragged(session: PlanSession): PlanSession[] {
  const stay = session.depart - session.arrive
  return Array.from({ length: SLOTS - stay + 1 }, (_, arrive) => ({
    ...session,
    arrive,
    depart: arrive + stay,
  }))
}
