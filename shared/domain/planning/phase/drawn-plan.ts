import { at, whole } from '../cells.ts'
import { CRUMB } from './caps.ts'
import type { Descent } from './descent.ts'
import { criticalOf, type Fuses, peakOf } from './fuses.ts'
import type { CriticalSet, Plan, PlannedSession, Unmet } from '../plan.ts'
import type { PlanningProblem } from '../problem.ts'
import { drawnWm, eachCell, mostWm, type Stays } from './stays.ts'

/** What a plan is written down from. */
export interface Drawn extends Pick<Descent, 'stays' | 'fuses' | 'means' | 'loads'> {
  readonly provenPeakW: number
  /** Where it is tight: places of the fuses. */
  readonly places: readonly number[]
  /** The plan that this one was made from; what was missing there for a reason still is. */
  readonly before: Plan
}

/** The plan that those means make. */
export function drawnPlan(problem: PlanningProblem, drawn: Drawn): Plan {
  const { stays, fuses, means, loads, provenPeakW, places } = drawn
  const sessions = problem.sessions.map((_, s) => sessionOf(problem, drawn, s))
  const peakW = peakOf(fuses, loads)
  return {
    sessions,
    loadW: siteLoadOf(problem, stays, means),
    peakW,
    provenPeakW: Math.min(provenPeakW, peakW),
    gap: provenPeakW > 0 ? Math.max(0, peakW / provenPeakW - 1) : 0,
    cost: costOf(problem, stays, means),
    critical: criticalOf(fuses, places),
    unmet: sessions.flatMap((session, s) => unmetOf(problem, drawn, session, s)),
  }
}

function sessionOf(problem: PlanningProblem, { stays, means }: Drawn, s: number): PlannedSession {
  const begin = whole(stays.begin, s)
  const firstSlot = whole(stays.first, s)
  const { id, energyWh, arrive, depart, minW } = sessionAt(problem, s)
  const w: number[] = []
  let last = -1
  for (let cell = begin; cell < whole(stays.begin, s + 1); cell++) {
    const share = at(stays.share, cell)
    const power = share > 0 ? at(means, cell) / share : 0
    if (power > 0) last = cell - begin
    w.push(power)
  }
  const drawnWh = drawnWm(stays, means, s) / 60
  const complete = drawnWh >= energyWh * (1 - CRUMB)
  const comes = Math.max(arrive, problem.elapsed, firstSlot + last)
  const goes = Math.min(depart, firstSlot + last + 1)
  // In a slot whose mean is below the minimum it draws the minimum for a part of it.
  const part = Math.min(1, (w[last] ?? 0) / Math.max(minW, CRUMB))
  return {
    id,
    firstSlot,
    w,
    deliveredWh: complete ? energyWh : drawnWh,
    readyAt: !complete ? null : last < 0 ? comes : comes + (goes - comes) * part,
  }
}

function unmetOf(
  problem: PlanningProblem,
  { stays, fuses, places, before }: Drawn,
  { deliveredWh }: PlannedSession,
  s: number,
): Unmet[] {
  const { id, energyWh } = sessionAt(problem, s)
  const shortfallWh = energyWh - deliveredWh
  if (shortfallWh <= 0) return []
  const known = before.unmet.find(({ sessionId }) => sessionId === id)
  if (known !== undefined && shortfallWh <= known.shortfallWh * (1 + CRUMB))
    return [{ ...known, shortfallWh }]
  const tooLong = energyWh - mostWm(stays, s) / 60
  if (tooLong > 0 && shortfallWh <= tooLong * (1 + CRUMB) + CRUMB * energyWh)
    return [
      { sessionId: id, shortfallWh, because: 'window', critical: { slots: [], feederIds: [] } },
    ]
  return [
    { sessionId: id, shortfallWh, because: 'limit', critical: inTheWayOf(stays, fuses, places, s) },
  ]
}

/** Of the places that are tight those that this session draws on while it is there; all of them where it has none. */
function inTheWayOf(stays: Stays, fuses: Fuses, places: readonly number[], s: number): CriticalSet {
  const own = new Set(fuses.onto.subarray(whole(fuses.path, s), whole(fuses.path, s + 1)))
  const from = whole(stays.first, s)
  const until = from + whole(stays.begin, s + 1) - whole(stays.begin, s)
  const met = places.filter((place) => {
    const slot = place % fuses.slots
    return own.has(Math.floor(place / fuses.slots)) && slot >= from && slot < until
  })
  return criticalOf(fuses, met.length > 0 ? met : places)
}

/** What the whole site draws, W slot by slot. */
function siteLoadOf(problem: PlanningProblem, stays: Stays, means: Float64Array): number[] {
  const loadW = Array.from({ length: stays.slots }, (_, slot) => problem.baseW[slot] ?? 0)
  for (let s = 0; s < stays.count; s++)
    eachCell(stays, s, (cell, slot) => {
      loadW[slot] = (loadW[slot] ?? 0) + at(means, cell)
    })
  return loadW
}

function costOf({ prices }: PlanningProblem, stays: Stays, means: Float64Array): number | null {
  if (prices === null) return null
  let cost = 0
  for (let s = 0; s < stays.count; s++)
    eachCell(stays, s, (cell, slot) => {
      cost += at(means, cell) * at(stays.minutes, slot) * (prices[slot] ?? 0)
    })
  return cost / 60e6
}

function sessionAt(problem: PlanningProblem, s: number) {
  const session = problem.sessions[s]
  if (session === undefined) throw new Error(`There is no session ${s}.`)
  return session
}
