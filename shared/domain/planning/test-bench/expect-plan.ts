import { expect } from 'vitest'
import type { Plan } from '../plan.ts'
import type { PlanningProblem } from '../problem.ts'
import { columnsOf, feedersBelow } from './lp-rows.ts'

/** Rounding of sums, Wh. */
const SLACK_WH = 1e-6

/** Expects that a plan keeps the power and presence of each session and the limits of the site and every feeder. */
export function expectWithinLimits(problem: PlanningProblem, plan: Plan): void {
  expect(plan.sessions.map(({ id }) => id)).toEqual(problem.sessions.map(({ id }) => id))
  const energyWh = energiesWh(problem, plan)
  problem.sessions.forEach((session, index) => {
    const delivered = (energyWh[index] ?? []).reduce((sum, wh) => sum + wh, 0)
    expect(delivered).toBeCloseTo(plan.sessions[index]?.deliveredWh ?? 0, 4)
    expect(delivered).toBeLessThanOrEqual(session.energyWh + SLACK_WH)
    const unmet = plan.unmet.find(({ sessionId }) => sessionId === session.id)
    expect(session.energyWh - delivered).toBeCloseTo(unmet?.shortfallWh ?? 0, 4)
  })
  for (let slot = 0; slot < problem.slots; slot += 1) {
    const hours = (problem.slotMinutes * (slot === 0 ? 1 - problem.elapsed : 1)) / 60
    const drawnWh = (below: (feederId: string | null) => boolean) =>
      problem.sessions.reduce(
        (sum, { feederId }, index) => sum + (below(feederId) ? (energyWh[index]?.[slot] ?? 0) : 0),
        0,
      )
    const baseW = problem.baseW[slot] ?? 0
    const siteWh = drawnWh(() => true)
    expect(plan.loadW[slot]).toBeCloseTo(baseW + siteWh / hours, 3)
    expect(plan.loadW[slot]).toBeLessThanOrEqual(plan.peakW + 1e-6)
    const leftW = Math.max(0, (problem.limitW?.[slot] ?? Infinity) - baseW)
    expect(siteWh).toBeLessThanOrEqual(leftW * hours + SLACK_WH)
    for (const { id, limitW } of problem.feeders) {
      const below = feedersBelow(problem, id)
      const mostWh = (limitW?.[slot] ?? Infinity) * hours
      expect(drawnWh((feederId) => below.has(feederId))).toBeLessThanOrEqual(mostWh + SLACK_WH)
    }
  }
}

/** Wh of each session in each slot, worked out from its power and presence alone. */
export function energiesWh(problem: PlanningProblem, plan: Plan): readonly number[][] {
  const energyWh = problem.sessions.map(() => Array<number>(problem.slots).fill(0))
  for (const { session, index, slot, minutes } of columnsOf(problem)) {
    const planned = plan.sessions[index]
    const powerW = planned?.w[slot - planned.firstSlot] ?? 0
    expect(powerW).toBeGreaterThanOrEqual(0)
    expect(powerW).toBeLessThanOrEqual(session.maxW + 1e-6)
    const row = energyWh[index]
    if (row !== undefined) row[slot] = (powerW * minutes) / 60
  }
  return energyWh
}
