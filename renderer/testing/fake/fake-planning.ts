import { implement } from '@orpc/server'
import { planningContract } from '../../../shared/contract/planning.ts'
import { gridAhead } from '../../../shared/domain/demand/grid-ahead.ts'
import { planRow } from '../../../shared/domain/demand/plan-rows.ts'
import { problemOf } from '../../../shared/domain/demand/problem-of.ts'
import { sessionOf } from '../../../shared/domain/demand/session-of.ts'
import { slotAt } from '../../../shared/domain/demand/slots.ts'
import { solve } from '../../../shared/domain/planning/solve.ts'
import { demandAround } from '../../live/demand.ts'
import { tablesOf } from '../../live/replica.ts'
import type { FakeStore } from './fake-store.ts'

const on = implement(planningContract)

/** Outlooks, by the hub's own planner; questions about no real cars are asked of a real hub only. */
export function fakePlanning({ rows }: FakeStore) {
  return {
    solve: on.solve.handler(() => notHere()),
    offers: on.offers.handler(() => notHere()),
    outlook: on.outlook.handler(({ input }) => {
      const now = Date.now()
      const [site] = rows.site
      if (site === undefined) throw new Error('the seed has no site')
      const firstSlot = Math.floor(slotAt(Math.max(input.from, now)))
      const slots = Math.max(1, Math.ceil(slotAt(input.until)) - firstSlot)
      const { feeder: feeders, temporaryLimit: temporaryLimits } = rows
      const series = { baseSeries: [], priceSeries: [], buildingW: null }
      const grid = gridAhead({ site, feeders, temporaryLimits, ...series }, firstSlot, slots, now)
      const around = demandAround(tablesOf(rows), now)
      const sessions = rows.booking
        .filter(({ arrivesAt }) => arrivesAt < input.until)
        .flatMap((booking) => sessionOf(booking, around) ?? [])
      const plan = solve(problemOf(sessions, grid, now), { objective: 'flattest' })
      const { startsAt, slotMs, baseW, limitW, plannedW, ...proof } = planRow(plan, grid, now)
      const { peakW, provenPeakW, critical } = proof
      const unmet = plan.unmet.map(({ sessionId, shortfallWh }) => ({
        bookingId: sessionId,
        shortfallWh: Math.ceil(shortfallWh),
      }))
      return { startsAt, slotMs, baseW, limitW, plannedW, peakW, provenPeakW, critical, unmet }
    }),
  }
}

const notHere = (): never => {
  throw new Error('the fake hub answers no questions about no real cars')
}
