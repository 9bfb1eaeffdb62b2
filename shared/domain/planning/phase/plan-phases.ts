import { at } from '../cells.ts'
import type { PhaseLoads, Plan } from '../plan.ts'
import type { Phase, PlanningProblem } from '../problem.ts'
import type { Objective } from '../solve.ts'
import { CRUMB, isOver, keepCaps } from './caps.ts'
import { descentOf, type Descent } from './descent.ts'
import { drawnPlan } from './drawn-plan.ts'
import { fusesOf, inDa, loadsOf, peakOf } from './fuses.ts'
import { CLOSE, descend, type Proof } from './peak.ts'
import { ranksOf } from './ranks.ts'
import { shareOut } from './share-out.ts'
import { drawnWm, meansOf, needsWm, staysOf } from './stays.ts'

/**
 * The plan with the lowest peak of its worst phase that gives everybody what it wants, within the site's and the
 * feeders' limits by phase and in W; where that is more than they bear, promised energy goes first, then priority, then
 * an equal share of the need. A cheapest plan is changed only where it breaks a limit by phase. In the plan that comes
 * back, `peakW` and `provenPeakW` are the worst phase's, as if all three drew as much; `phases` has them in 0.1 A. A
 * problem without phases gets its plan back as it is.
 *
 * Not a flow any more, so there is no exact flattest curve: sessions answer each other in turn against a maximum that
 * gets sharper, and the prices that come out of it prove how low the peak can be (Lagrange).
 * @param plan of the same problem in W, see `inWatts`
 */
export function planPhases(problem: PlanningProblem, plan: Plan, objective: Objective): Plan {
  if (problem.phases === null) return plan
  const kept = objective === 'cheapest' && problem.prices !== null ? mended(problem, plan) : null
  return kept ?? flattened(problem, plan)
}

/** A descent in which the sessions draw as planned, and want what they want. */
function descentFrom(problem: PlanningProblem, plan: Plan): Descent {
  const stays = staysOf(problem)
  const wantedWm = needsWm(problem, stays, ({ energyWh }) => energyWh)
  return descentOf(stays, fusesOf(problem), wantedWm, meansOf(problem, stays, plan))
}

/** The plan as it is, with what is above a limit by phase laid where there is room; null if there isn't enough. */
function mended(problem: PlanningProblem, plan: Plan): Plan | null {
  const descent = descentFrom(problem, plan)
  if (!isOver(descent, FLOAT)) return asItIs(problem, descent, plan)
  if (keepCaps(descent, ranksOf(problem))) return null
  const { provenPeakW } = plan
  return written(problem, descent, plan, { provenPeakW, places: [], infeasible: false }, 'feasible')
}

function flattened(problem: PlanningProblem, plan: Plan): Plan {
  const descent = descentFrom(problem, plan)
  const { fuses, loads } = descent
  // What is proven in W holds for the worst phase too: where that is no higher, nothing has to move.
  const asProven = peakOf(fuses, loads) <= plan.provenPeakW * (1 + CLOSE) + ROUNDED_W
  const fits = !isOver(descent, FLOAT)
  if (asProven && fits) return asItIs(problem, descent, plan)
  const isGood = fits && servesAsTold(problem, descent, plan)
  const ranks = ranksOf(problem)
  const found = descendWithin(descent, ranks, isShort(plan) ? 0 : plan.provenPeakW)
  if (found.fits) return written(problem, descent, plan, found, 'feasible')
  // A lower peak that can't be had for everybody is no reason to take from those the plan serves as it is.
  if (isGood) return asItIs(problem, descentFrom(problem, plan), plan)
  shareOut(descent, ranks)
  const proof = flattenAgain(descent, ranks)
  const verdict = found.infeasible ? 'infeasible' : 'unproven'
  return written(problem, descent, plan, { ...proof, places: found.places }, verdict)
}

/** So little above a limit is left over from the descent, as a share of it: the plan is there but for that. */
const NEARLY = 1e-3
/** By this the peak gives way to the limits where what was left over them has nowhere else to go. */
const YIELDS = 2e-3

/** The lowest peak, and whether everybody draws what it needs within the limits. */
function descendWithin(
  descent: Descent,
  ranks: Int32Array,
  provenPeakW: number,
): Proof & { readonly fits: boolean } {
  const found = descend(descent, { provenPeakW })
  if (found.infeasible) return { ...found, fits: false }
  const isNear = !isOver(descent, NEARLY)
  const means = Float64Array.from(descent.means)
  if (!keepCaps(descent, ranks)) return { ...found, fits: true }
  if (!isNear) return { ...found, fits: false }
  descent.means.set(means)
  descent.loads.set(loadsOf(descent.stays, descent.fuses, means))
  const again = descend(descent, { provenPeakW: found.provenPeakW, yields: YIELDS })
  return { ...again, fits: !again.infeasible && !keepCaps(descent, ranks) }
}

/** What adding up in another order makes of a sum, as a share of it. */
const FLOAT = 1e-10

/** Plans in W are rounded to watt-minutes in every slot. */
const ROUNDED_W = 1

function asItIs(problem: PlanningProblem, descent: Descent, plan: Plan): Plan {
  const peakW = peakOf(descent.fuses, descent.loads)
  const { provenPeakW } = plan
  const gap = provenPeakW > 0 ? Math.max(0, peakW / provenPeakW - 1) : 0
  // What can't be had in W can't be had by phase either.
  const verdict = isShort(plan) ? 'infeasible' : 'feasible'
  return {
    ...plan,
    peakW,
    gap,
    phases: phaseLoads(problem, descent, peakW, provenPeakW, verdict),
  }
}

/** Whether everybody draws what it wants, but for what the plan itself says is missing. */
function servesAsTold({ sessions }: PlanningProblem, descent: Descent, { unmet }: Plan): boolean {
  const { stays, needWm, means } = descent
  const missingWh = new Map(unmet.map(({ sessionId, shortfallWh }) => [sessionId, shortfallWh]))
  return sessions.every(({ id }, s) => {
    const dueWm = at(needWm, s) - (missingWh.get(id) ?? 0) * 60
    return drawnWm(stays, means, s) >= dueWm * (1 - CRUMB) - 1
  })
}

function isShort({ unmet }: Plan): boolean {
  return unmet.some(({ because }) => because === 'limit')
}

/** Lowers the peak of what could be delivered at all, unless that would cost energy; what it proves holds anyhow. */
function flattenAgain(descent: Descent, ranks: Int32Array): Proof {
  const { stays, needWm, means, loads, fuses } = descent
  needWm.set(needWm.map((_, s) => drawnWm(stays, means, s)))
  const shared = Float64Array.from(means)
  const proof = descend(descent, { provenPeakW: 0 })
  if (keepCaps(descent, ranks)) means.set(shared)
  loads.set(loadsOf(stays, fuses, means))
  return proof
}

function written(
  problem: PlanningProblem,
  descent: Descent,
  before: Plan,
  { provenPeakW, places }: Proof,
  verdict: PhaseLoads['verdict'],
): Plan {
  const plan = drawnPlan(problem, { ...descent, provenPeakW, places, before })
  const phases = phaseLoads(problem, descent, plan.peakW, plan.provenPeakW, verdict)
  return { ...plan, phases }
}

function phaseLoads(
  { phases, slots }: PlanningProblem,
  { fuses, loads }: Descent,
  peakW: number,
  provenPeakW: number,
  verdict: PhaseLoads['verdict'],
): PhaseLoads {
  const voltageV = phases?.voltageV ?? 0
  const loadDa = (phase: Phase): number[] => {
    const fuse = fuses.list.findIndex((one) => one.feederId === null && one.phase === phase)
    return Array.from(loads.subarray(fuse * slots, (fuse + 1) * slots), (w) => inDa(w, voltageV))
  }
  return {
    loadDa: { L1: loadDa('L1'), L2: loadDa('L2'), L3: loadDa('L3') },
    peakDa: inDa(peakW, voltageV),
    provenPeakDa: inDa(provenPeakW, voltageV),
    verdict,
  }
}
