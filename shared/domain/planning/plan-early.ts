import type { Plan } from './plan.ts'
import type { PlanningProblem } from './problem.ts'
import { replan } from './replan.ts'
import { solve, type Objective } from './solve.ts'

/** A question in two wordings: the sessions with a margin before they have to be done, and without. */
export interface EarlyQuestion {
  readonly early: PlanningProblem
  readonly problem: PlanningProblem
}

/**
 * Plans for everybody to be done with the margin. Where the grid hasn't got room for that, what was planned before stands
 * as far as it can, margins and all, and only those who would miss something are settled anew: nobody is told of a
 * shortfall that is only one of margins.
 * @param previous a plan over the same slots; null for none
 * @returns the plan, and whether it leaves everybody the margin
 */
export function planEarly(
  { early, problem }: EarlyQuestion,
  previous: Plan | null,
  objective: Objective,
): { readonly plan: Plan; readonly keepsMargins: boolean } {
  const plan =
    previous === null ? solve(early, { objective }) : replan(early, previous, objective).plan
  // Whose own time is too short has no margin that could be taken.
  const keepsMargins = plan.unmet.every(({ because }) => because === 'window')
  if (keepsMargins) return { plan, keepsMargins }
  return { plan: replan(problem, previous ?? plan, objective, 'settle').plan, keepsMargins }
}
