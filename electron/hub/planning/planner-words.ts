import type { GridAnswer, GridQuestion } from '../../../shared/domain/offer/offers-of.ts'
import type { Plan } from '../../../shared/domain/planning/plan.ts'
import type { PlanningProblem, PlanSession } from '../../../shared/domain/planning/problem.ts'
import type { PlanObjective } from '../../../shared/domain/site/grid.ts'

/** What a planner can be asked, each with its answer. */
export interface PlannerWords {
  /** The site's own plan, near the one before it; `early` is the problem with good margins. */
  readonly plan: {
    asked: SolveQuestion & { early: PlanningProblem; firstSlot: number }
    answer: Plan
  }
  /** A plan of its own. */
  readonly solve: { asked: SolveQuestion; answer: Plan }
  /** The greatest energy for every start, every session of the problem kept. */
  readonly offers: {
    asked: { problem: PlanningProblem; need: PlanSession }
    answer: { firstSlot: number; energyWh: number[]; kept: boolean }
  }
  /** What the grid can promise beside the sessions of the problem, whose first slot is `firstSlot`. */
  readonly windows: {
    asked: { problem: PlanningProblem; firstSlot: number; questions: readonly GridQuestion[] }
    answer: GridAnswer[]
  }
}

export interface SolveQuestion {
  readonly problem: PlanningProblem
  readonly objective: PlanObjective
}

export type PlannerWord = keyof PlannerWords

/** A question as it goes to the thread. */
export type PlannerQuestion = {
  [W in PlannerWord]: {
    readonly id: number
    readonly word: W
    readonly asked: PlannerWords[W]['asked']
  }
}[PlannerWord]

/** The thread's answer; a question that it failed on is told in its error's words. */
export type PlannerAnswer =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failed: string }
