import type { PlanningAnswer, PlanningQuestion } from '../../../shared/contract/planning.ts'
import type { CriticalSet, Plan } from '../../../shared/domain/planning/plan.ts'
import {
  allPhases,
  type FeederLimit,
  type Phase,
  type PlanningProblem,
  type PlanSession,
} from '../../../shared/domain/planning/problem.ts'

/** A question as the planner takes it, or what is wrong with it, each in a sentence. */
export type ReadQuestion =
  | { readonly kind: 'problem'; readonly problem: PlanningProblem }
  | { readonly kind: 'faults'; readonly faults: string[] }

/** Makes a problem of a question: every value once a slot, currents in 0.1 A. */
export function problemFrom(question: PlanningQuestion): ReadQuestion {
  const { slotMinutes, slots, voltageV } = question
  const faults = [
    ...faultsOfSlots(question),
    ...faultsOfFeeders(question),
    ...faultsOfSessions(question),
  ]
  if (faults.length > 0) return { kind: 'faults', faults: faults.slice(0, MOST_FAULTS) }
  const limitDa = question.limitA === null ? null : inDa(question.limitA, slots)
  return {
    kind: 'problem',
    problem: {
      slotMinutes,
      slots,
      elapsed: 0,
      baseW: eachSlot(question.baseW, slots),
      limitW: question.limitW === null ? null : eachSlot(question.limitW, slots),
      phases: limitDa === null ? null : { voltageV, limitDa },
      feeders: question.feeders.map(({ id, parent, limitW, limitA }): FeederLimit => ({
        id,
        parentId: parent,
        limitW: limitW === null ? null : eachSlot(limitW, slots),
        limitDa: limitA === null ? null : inDa(limitA, slots),
      })),
      prices: question.prices,
      sessions: question.sessions.map(
        ({ id, feeder, phases, depart, ...session }, index): PlanSession => ({
          ...session,
          id: id ?? String(index),
          depart: Math.min(slots, depart),
          phases: phasesFrom(phases),
          feederId: feeder,
        }),
      ),
    },
  }
}

/** Which phases are meant. */
export function phasesFrom(phases: number | readonly Phase[]): readonly Phase[] {
  return typeof phases === 'number' ? allPhases.slice(0, phases) : [...new Set(phases)]
}

/** A plan as it is answered. */
export function answerOf(plan: Plan): PlanningAnswer {
  return {
    sessions: plan.sessions.map(({ id, firstSlot, w, deliveredWh, readyAt }) => ({
      ...{ id, firstSlot, deliveredWh, readyAt },
      w: [...w],
    })),
    loadW: [...plan.loadW],
    peakW: plan.peakW,
    provenMinimumW: plan.provenPeakW,
    gap: plan.gap,
    cost: plan.cost,
    feasible: plan.unmet.length === 0,
    critical: criticalOf(plan.critical),
    unmet: plan.unmet.map(({ sessionId, shortfallWh, because, critical }) => ({
      session: sessionId,
      shortfallWh,
      because,
      critical: criticalOf(critical),
    })),
  }
}

const criticalOf = ({ slots, feederIds }: CriticalSet) => ({
  slots: [...slots],
  feeders: [...feederIds],
})

/** How many faults are told; who has mended these asks again. */
const MOST_FAULTS = 10

function eachSlot(value: number | readonly number[], slots: number): number[] {
  return typeof value === 'number' ? Array.from({ length: slots }, () => value) : [...value]
}

function inDa(amperes: number | readonly number[], slots: number): number[] {
  return eachSlot(amperes, slots).map((value) => Math.floor(value * 10))
}

function faultsOfSlots({
  slots,
  baseW,
  limitW,
  limitA,
  prices,
  feeders,
}: PlanningQuestion): string[] {
  const named: [string, unknown][] = [
    ['baseW', baseW],
    ['limitW', limitW],
    ['limitA', limitA],
    ['prices', prices],
    ...feeders.flatMap((feeder): [string, unknown][] => [
      [`limitW of feeder ${feeder.id}`, feeder.limitW],
      [`limitA of feeder ${feeder.id}`, feeder.limitA],
    ]),
  ]
  return named.flatMap(([name, value]) =>
    Array.isArray(value) && value.length !== slots
      ? [
          `${name} has ${value.length} values for ${slots} slots. Give one for each, or a single number.`,
        ]
      : [],
  )
}

function faultsOfFeeders({ feeders, sessions }: PlanningQuestion): string[] {
  const faults: string[] = []
  const parents = new Map<string, string | null>()
  for (const { id, parent } of feeders) {
    if (parents.has(id)) faults.push(`There are two feeders ${id}. Give each an id of its own.`)
    parents.set(id, parent)
  }
  for (const { id, parent } of feeders) {
    if (parent !== null && !parents.has(parent))
      faults.push(`Feeder ${id} hangs on ${parent}, which is not among the feeders.`)
    else if (isLoop(id, parents)) faults.push(`Feeder ${id} hangs on itself in the end.`)
  }
  for (const [index, { id, feeder }] of sessions.entries())
    if (feeder !== null && !parents.has(feeder))
      faults.push(`Session ${id ?? index} is on feeder ${feeder}, which is not among the feeders.`)
  return faults
}

function isLoop(id: string, parents: ReadonlyMap<string, string | null>): boolean {
  let above = parents.get(id) ?? null
  for (let steps = 0; above !== null; steps += 1) {
    if (above === id || steps > parents.size) return true
    above = parents.get(above) ?? null
  }
  return false
}

function faultsOfSessions({ slots, sessions }: PlanningQuestion): string[] {
  const faults: string[] = []
  const ids = new Set<string>()
  for (const [index, session] of sessions.entries()) {
    const id = session.id ?? String(index)
    if (ids.has(id)) faults.push(`There are two sessions ${id}. Give each an id of its own.`)
    ids.add(id)
    if (session.depart <= session.arrive)
      faults.push(
        `Session ${id} departs at ${session.depart}, before it arrives (${session.arrive}).`,
      )
    else if (session.arrive >= slots)
      faults.push(`Session ${id} arrives at ${session.arrive}, after the last slot.`)
    if (session.minW > session.maxW)
      faults.push(
        `Session ${id} needs at least ${session.minW} W, more than its ${session.maxW} W.`,
      )
  }
  return faults
}
