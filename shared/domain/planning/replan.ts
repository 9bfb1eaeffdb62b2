import { at } from './cells.ts'
import { certificate } from './certificate.ts'
import { cheapen } from './cheapest.ts'
import { evenOut, usableSlots } from './even-out.ts'
import { filler, tightestFirst } from './flow/fill.ts'
import { wattMinutesOf } from './flow/network.ts'
import { planOf } from './plan-of.ts'
import type { Plan, PlannedSession } from './plan.ts'
import type { PlanningProblem } from './problem.ts'
import { serveAll } from './serve.ts'
import { settle } from './settle.ts'
import { peakW } from './flow/site-load.ts'
import { layPlan, networkOf, type Objective } from './solve.ts'

/** A plan that follows another. */
export interface Replan {
  readonly plan: Plan
  /** Sessions that had what they want in the earlier plan, and are to draw another power in some slot. */
  readonly changed: readonly string[]
  /** Whether all was evened out anew, because too much would have been lost by leaving the others alone. */
  readonly evened: boolean
}

/** A peak further above what is proven than this, as a share of it, is worth it that others change. */
const WORTH_EVENING = 0.005

/**
 * Plans anew after a change, and leaves everybody else alone where that costs little: chargers need not be told, and
 * drivers see their plan stand. Those who are new, or get too little or too much as it was, are settled one by one.
 * Only when the peak could then be lower by more than a two-hundredth everything is evened out. Under `cheapest` what
 * is moved is what makes it cheaper.
 * @param previous a plan over the same slots
 * @param most `settle`: nobody is moved for a lower peak or price
 */
export function replan(
  problem: PlanningProblem,
  previous: Plan,
  objective: Objective,
  most: 'settle' | 'even' = 'even',
): Replan {
  const { network, indices } = networkOf(problem)
  layPlan(network, problem, indices, previous)
  const unsettled = unsettledOf(problem, indices, previous, (index) =>
    at(network.sessions.servedWm, index),
  )
  const presentW = peakW(network, 0, network.slots)
  const valleys = filler(network)
  for (const index of tightestFirst(network, unsettled)) settle(network, valleys, index, presentW)
  serveAll(network, indices)
  let proof = certificate(network)
  let evened = false
  if (most === 'settle') {
    // Only who is unsettled changes, and who has to make room.
  } else if (objective === 'cheapest' && problem.prices !== null) {
    cheapen(network, problem.prices)
  } else if (peakW(network, 0, network.slots) > proof.provenPeakW * (1 + WORTH_EVENING)) {
    evenOut(network, usableSlots(network))
    proof = certificate(network)
    evened = true
  }
  const plan = planOf(problem, network, indices, proof)
  return { plan, changed: changedIn(problem, previous, plan), evened }
}

/** Told by the two plans alone: a session may have been moved as early as when the earlier plan was laid. */
function changedIn({ sessions }: PlanningProblem, previous: Plan, plan: Plan): string[] {
  const had = new Map(previous.sessions.map((session) => [session.id, session]))
  return sessions.flatMap(({ id, energyWh }, place) => {
    const before = had.get(id)
    const now = plan.sessions[place]
    if (before === undefined || now === undefined) return []
    const wantsAnother = wattMinutesOf(before.deliveredWh) !== wattMinutesOf(energyWh)
    return wantsAnother || samePower(before, now) ? [] : id
  })
}

function samePower(one: PlannedSession, other: PlannedSession): boolean {
  return (
    one.firstSlot === other.firstSlot &&
    one.w.length === other.w.length &&
    one.w.every((w, place) => w === other.w[place])
  )
}

/** The sessions for which what they had does not do as it is. */
function unsettledOf(
  { sessions }: PlanningProblem,
  indices: readonly number[],
  previous: Plan,
  servedWm: (index: number) => number,
): number[] {
  const hadWm = new Map(
    previous.sessions.map(({ id, deliveredWh }) => [id, wattMinutesOf(deliveredWh)]),
  )
  return sessions.flatMap(({ id, energyWh }, place) => {
    const index = indices[place] ?? 0
    const wantsWm = wattMinutesOf(energyWh)
    return servedWm(index) === wantsWm && hadWm.get(id) === wantsWm ? [] : index
  })
}
