import type { PlanLine } from '../../../../shared/domain/planning/stored-plan.ts'

type Lines = ReadonlyMap<string, PlanLine>

/**
 * Gives the lines of the plan that bars show anything of: of cars that are plugged in, and of those that will fall short.
 * The same map for as long as none of these has changed: a plan is made every second or so, and moves all the others.
 */
export function barLineKeeper(): (lines: Lines) => Lines {
  let seen: Lines | null = null
  let kept: Lines = new Map()
  return (lines) => {
    if (lines === seen) return kept
    seen = lines
    const told = new Map<string, PlanLine>()
    for (const [id, line] of lines)
      if (line.transactionId !== null || line.shortfallWh > 0) told.set(id, line)
    if (differ(kept, told)) kept = told
    return kept
  }
}

function differ(before: Lines, now: Lines): boolean {
  if (before.size !== now.size) return true
  for (const [id, line] of now) if (before.get(id) !== line) return true
  return false
}
