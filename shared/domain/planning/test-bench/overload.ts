import type { Plan } from '../plan.ts'
import { allPhases, type FeederLimit, type PlanningProblem } from '../problem.ts'

/**
 * By how much a plan exceeds the limit that it exceeds most, as a share of it, every slot of every feeder and phase
 * looked at; nothing or less when it keeps them all. Counted from the powers alone.
 */
export function overloadOf(problem: PlanningProblem, plan: Plan): number {
  let worst = -1
  const hold = (loadW: number, limit: number, baseW: number): void => {
    worst = Math.max(worst, (loadW - Math.max(limit, baseW)) / Math.max(limit, baseW, 1))
  }
  const { phases } = problem
  for (let slot = 0; slot < problem.slots; slot += 1) {
    const baseW = problem.baseW[slot] ?? 0
    const all = drawnIn(problem, plan, slot, () => true, null)
    if (problem.limitW !== null) hold(baseW + all, problem.limitW[slot] ?? 0, baseW)
    for (const { id, limitW } of problem.feeders)
      if (limitW !== null)
        hold(drawnIn(problem, plan, slot, below(problem, id), null), limitW[slot] ?? 0, 0)
    if (phases === null) continue
    const perDa = phases.voltageV / 10
    for (const phase of allPhases) {
      const onPhase = drawnIn(problem, plan, slot, () => true, phase)
      hold(baseW / 3 + onPhase, (phases.limitDa[slot] ?? 0) * perDa, baseW / 3)
      for (const { id, limitDa } of problem.feeders)
        if (limitDa !== null)
          hold(
            drawnIn(problem, plan, slot, below(problem, id), phase),
            (limitDa[slot] ?? 0) * perDa,
            0,
          )
    }
  }
  return worst
}

function drawnIn(
  problem: PlanningProblem,
  plan: Plan,
  slot: number,
  counts: (feederId: string | null) => boolean,
  phase: (typeof allPhases)[number] | null,
): number {
  const opens = slot === 0 ? problem.elapsed : slot
  let sum = 0
  problem.sessions.forEach((session, index) => {
    const planned = plan.sessions[index]
    if (planned?.id !== session.id) throw new Error('The plan has other sessions than the problem.')
    if (!counts(session.feederId) || (phase !== null && !session.phases.includes(phase))) return
    const here = Math.min(session.depart, slot + 1) - Math.max(session.arrive, opens)
    const w = planned.w[slot - planned.firstSlot] ?? 0
    if (here > 0)
      sum += (w * here) / (slot + 1 - opens) / (phase === null ? 1 : session.phases.length)
    else if (w > 0) sum = Infinity
  })
  return sum
}

function below(problem: PlanningProblem, id: string): (feederId: string | null) => boolean {
  const parents = new Map<string | null, FeederLimit>(problem.feeders.map((one) => [one.id, one]))
  return (feederId) => {
    let at = feederId
    while (at !== null && at !== id) at = parents.get(at)?.parentId ?? null
    return at === id
  }
}

/** What a session gets by its powers alone, Wh. */
export function deliveredWh(problem: PlanningProblem, plan: Plan, index: number): number {
  const session = problem.sessions[index]
  const planned = plan.sessions[index]
  if (session === undefined || planned === undefined) return 0
  return planned.w.reduce((sum, w, offset) => {
    const slot = planned.firstSlot + offset
    const from = Math.max(session.arrive, slot === 0 ? problem.elapsed : slot)
    const hours = ((Math.min(session.depart, slot + 1) - from) * problem.slotMinutes) / 60
    return sum + (hours > 0 ? w * hours : 0)
  }, 0)
}
