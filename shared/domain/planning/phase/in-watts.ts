import { allPhases, type PlanningProblem } from '../problem.ts'

/** A problem as far as it can be told in W: nothing bears more than its phases do together. */
export function inWatts(problem: PlanningProblem): PlanningProblem {
  const { phases, limitW, feeders } = problem
  if (phases === null) return problem
  const { voltageV, limitDa } = phases
  return {
    ...problem,
    limitW: lowerInW(limitW, limitDa, voltageV),
    feeders: feeders.map((feeder) => ({
      ...feeder,
      limitW: lowerInW(feeder.limitW, feeder.limitDa, voltageV),
    })),
  }
}

/**
 * The lower of a limit in W and of what all phases bear together, W in each slot; null where neither limits.
 * @param limitDa 0.1 A on each phase
 */
export function lowerInW(
  limitW: readonly number[] | null,
  limitDa: readonly number[] | null,
  voltageV: number,
): readonly number[] | null {
  if (limitDa === null) return limitW
  return limitDa.map((da, slot) => {
    const allW = Math.floor((da * voltageV * allPhases.length) / 10)
    return Math.min(allW, limitW?.[slot] ?? Infinity)
  })
}
