import type { CriticalSet, PhaseVerdict } from '../plan.ts'
import type { PlanningProblem } from '../problem.ts'
import { keepCaps } from './caps.ts'
import { descentOf, type Descent } from './descent.ts'
import { criticalOf, fusesOf } from './fuses.ts'
import { descend } from './peak.ts'
import { drawnWm, needsWm, staysOf } from './stays.ts'

/** Whether everybody's energy fits under the limits by phase, and where it doesn't. */
export interface PhaseProof {
  readonly verdict: PhaseVerdict
  /** Where it is tight; empty when all fits. */
  readonly critical: CriticalSet
  /** What the sessions get in a plan that keeps the limits, Wh, in their order; not always the best there is. */
  readonly deliveredWh: readonly number[]
  /** What is short in that plan; what no window allows isn't. */
  readonly shortWh: number
}

/** So much is tried before it stays unproven: about 50 ms. */
const MOST_ANSWERS = 4e6

/**
 * Whether all sessions can have what they want, as far as their windows allow, under the limits by phase and in W. Ends
 * with the first plan within the limits, so it costs far less than the plan with the lowest peak.
 * @param last the session that goes short before any other does; ranks make no difference
 */
export function provePhases(problem: PlanningProblem, last: string | null): PhaseProof {
  const descent = allWanted(problem)
  const { needWm } = descent
  const { infeasible, places } = descend(descent, {
    ...{ provenPeakW: 0, anyThatFits: true, mostAnswers: MOST_ANSWERS },
  })
  const ranks = Int32Array.from(problem.sessions, ({ id }) => (id === last ? 1 : 0))
  const fits = !keepCaps(descent, ranks) && !infeasible
  const deliveredWh = deliveredBy(descent)
  return {
    verdict: fits ? 'feasible' : infeasible ? 'infeasible' : 'unproven',
    critical: fits ? { slots: [], feederIds: [] } : criticalOf(descent.fuses, places),
    deliveredWh,
    shortWh: deliveredWh.reduce((sum, wh, s) => sum + Math.max(0, (needWm[s] ?? 0) / 60 - wh), 0),
  }
}

/** A descent in which nobody draws anything yet and everybody wants all. */
function allWanted(problem: PlanningProblem): Descent {
  const stays = staysOf(problem)
  const needs = needsWm(problem, stays, ({ energyWh }) => energyWh)
  return descentOf(stays, fusesOf(problem), needs, new Float64Array(stays.share.length))
}

function deliveredBy({ stays, means }: Descent): number[] {
  return Array.from({ length: stays.count }, (_, s) => drawnWm(stays, means, s) / 60)
}
