import { whole } from '../cells.ts'
import type { PlanningProblem } from '../problem.ts'
import { rankOf } from '../shortfall.ts'

/** Who goes first, from 0, without gaps. */
export function ranksOf({ sessions }: Pick<PlanningProblem, 'sessions'>): Int32Array {
  const known = [...new Set(sessions.map(rankOf))].sort((one, other) => one - other)
  return Int32Array.from(sessions, (session) => known.indexOf(rankOf(session)))
}

/** The rank that goes last. */
export function lastOf(ranks: Int32Array): number {
  return ranks.reduce((one, other) => Math.max(one, other), 0)
}

/** Visits the sessions of a rank. */
export function ofRank(ranks: Int32Array, rank: number, visit: (s: number) => void): void {
  for (let s = 0; s < ranks.length; s++) if (whole(ranks, s) === rank) visit(s)
}
