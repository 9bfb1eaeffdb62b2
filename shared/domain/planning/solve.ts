import { certificate } from './certificate.ts'
import { chargeAtLowestPrices, cheapen } from './cheapest.ts'
import { evenOut, usableSlots } from './even-out.ts'
import { feederIndex } from './flow/feeder-tree.ts'
import { filler, tightestFirst } from './flow/fill.ts'
import { layAsBefore } from './flow/lay.ts'
import { addSession, siteNetwork, type Network } from './flow/network.ts'
import { planOf } from './plan-of.ts'
import type { Plan } from './plan.ts'
import { presentMinutes, slotsPresent } from './flow/presence.ts'
import type { PlanningProblem } from './problem.ts'
import { serveAll } from './serve.ts'
import { rankOf } from './shortfall.ts'

/** What a plan is to be: as flat as can be, or as cheap as can be and then as flat. */
export type Objective = 'flattest' | 'cheapest'

export interface SolveOptions {
  /** `cheapest` is `flattest` where there are no prices. */
  readonly objective: Objective
  /** A plan over the same slots; the nearer it is to the answer, the sooner that is found. */
  readonly previous?: Plan
}

/** How often everybody is filled in anew before the rest is evened out exactly. */
const SWEEPS = 2

/**
 * Plans in W: who draws how much in which slot, within the limits of the site and its feeders. Exact: no plan that
 * delivers as much has a lower peak (or cost) but for the rounding of energies to watt-minutes, and the same problem
 * gives the same plan. Where not all can get what they want, `shareOut` says who goes short. `minW`, `suspendable` and
 * the limits by phase are not looked at here.
 */
export function solve(problem: PlanningProblem, { objective, previous }: SolveOptions): Plan {
  const { network, indices } = networkOf(problem)
  if (previous !== undefined) layPlan(network, problem, indices, previous)
  const { fill } = filler(network)
  const order = tightestFirst(network, indices)
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) for (const session of order) fill(session)
  serveAll(network, indices)
  evenOut(network, usableSlots(network))
  const proof = certificate(network)
  if (objective === 'cheapest' && problem.prices !== null) {
    chargeAtLowestPrices(network, indices, problem.prices)
    cheapen(network, problem.prices)
  }
  return planOf(problem, network, indices, proof)
}

/** A problem's network, in which nobody gets anything yet, and the index of each session. */
export function networkOf(problem: PlanningProblem): {
  readonly network: Network
  readonly indices: readonly number[]
} {
  let arcs = 0
  for (const session of problem.sessions) {
    const { first, until } = slotsPresent(session, problem.slots)
    arcs += until - first
  }
  const network = siteNetwork(problem, { sessions: problem.sessions.length, arcs })
  const indices = problem.sessions.map((session) =>
    addSession(network, session, feederIndex(network.tree, session.feederId), rankOf(session)),
  )
  return { network, indices }
}

/** Gives the sessions what a plan over the same slots gave them, as far as that still goes; the first in rank first. */
export function layPlan(
  network: Network,
  { sessions }: PlanningProblem,
  indices: readonly number[],
  plan: Plan,
): void {
  const planned = new Map(plan.sessions.map((session) => [session.id, session]))
  const places = [...sessions.keys()]
  const rank = (place: number) => network.sessions.rank[indices[place] ?? 0] ?? 0
  for (const place of places.toSorted((one, other) => rank(one) - rank(other))) {
    const session = sessions[place]
    const before = planned.get(session?.id ?? '')
    if (session === undefined || before === undefined) continue
    layAsBefore(
      network,
      indices[place] ?? 0,
      (slot) => (before.w[slot - before.firstSlot] ?? 0) * presentMinutes(session, slot, network),
    )
  }
}
