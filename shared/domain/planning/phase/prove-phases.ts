import type { CriticalSet, PhaseVerdict } from '../plan.ts'
import type { PlanningProblem } from '../problem.ts'
import { keepCaps } from './caps.ts'
import { descentOf, type Descent } from './descent.ts'
import { criticalOf, fusesOf } from './fuses.ts'
import { descend } from './peak.ts'
import { ranksOf } from './ranks.ts'
import { shareOut } from './share-out.ts'
import { drawnWm, needsWm, staysOf } from './stays.ts'

/** Whether everybody's energy fits under the limits by phase, and where it doesn't. */
export interface PhaseProof {
  readonly verdict: PhaseVerdict
  /** Where it is tight; empty when all fits. */
  readonly critical: CriticalSet
}

/**
 * Whether all sessions can have what they want, as far as their windows allow, under the limits by phase and in W. Ends
 * with the first plan within the limits, so it costs far less than the plan with the lowest peak.
 */
export function provePhases(problem: PlanningProblem): PhaseProof {
  const descent = allWanted(problem)
  const { infeasible, places } = descend(descent, { provenPeakW: 0, anyThatFits: true })
  const fits = !infeasible && !keepCaps(descent, ranksOf(problem))
  if (fits) return { verdict: 'feasible', critical: { slots: [], feederIds: [] } }
  return {
    verdict: infeasible ? 'infeasible' : 'unproven',
    critical: criticalOf(descent.fuses, places),
  }
}

/** What is short under the limits by phase when all is shared out as well as it goes, Wh; what no window allows isn't. */
export function phaseShortageWh(problem: PlanningProblem): number {
  const descent = allWanted(problem)
  const { stays, needWm, means } = descent
  shareOut(descent, ranksOf(problem))
  return needWm.reduce((sum, wm, s) => sum + Math.max(0, wm - drawnWm(stays, means, s)), 0) / 60
}

/** A descent in which nobody draws anything yet and everybody wants all. */
function allWanted(problem: PlanningProblem): Descent {
  const stays = staysOf(problem)
  return descentOf(
    stays,
    fusesOf(problem),
    needsWm(problem, stays, ({ energyWh }) => energyWh),
    new Float64Array(stays.share.length),
  )
}
