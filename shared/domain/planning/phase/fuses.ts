import { add, at, whole } from '../cells.ts'
import type { CriticalSet } from '../plan.ts'
import { allPhases, type Phase, type PlanningProblem, type PlanSession } from '../problem.ts'
import { eachCell, type Stays } from './stays.ts'

/**
 * Everything that bears the load or limits it: the site and its feeders, in W and by phase. A phase counts in W as if
 * all three drew what it draws, so that a car on all three weighs 1 everywhere and a car on one phase 3 on that phase.
 */
export interface Fuses {
  readonly list: readonly Fuse[]
  readonly slots: number
  /** What the building draws there, fuse by fuse and slot by slot: place `fuse * slots + slot`. */
  readonly baseW: Float64Array
  /** What it bears, the base load included; Infinity without a limit. */
  readonly capW: Float64Array
  /** Session s draws on `onto[path[s]]` up to `onto[path[s + 1]]`, with that `weight` each. */
  readonly path: Int32Array
  readonly onto: Int32Array
  readonly weight: Float64Array
}

export interface Fuse {
  /** Null: the site's own. */
  readonly feederId: string | null
  /** Null: all phases together, in W. */
  readonly phase: Phase | null
  /** Whether its load is what is kept low: the site's phases, or the site where it isn't fused by phase. */
  readonly counts: boolean
}

/** The site's fuses and those of its feeders. A feeder that isn't listed, and a loop of feeders, bear everything. */
export function fusesOf(problem: PlanningProblem): Fuses {
  const { slots, phases, feeders, limitW, baseW } = problem
  const list: Fuse[] = []
  const caps: (readonly number[] | null)[] = []
  const put = (fuse: Fuse, cap: readonly number[] | null): void => {
    list.push(fuse)
    caps.push(cap)
  }
  if (phases === null || limitW !== null)
    put({ feederId: null, phase: null, counts: phases === null }, limitW)
  const ofPhase = (limitDa: readonly number[]) => inW(limitDa, phases?.voltageV ?? 0)
  if (phases !== null)
    for (const phase of allPhases)
      put({ feederId: null, phase, counts: true }, ofPhase(phases.limitDa))
  for (const { id, limitW: feederW, limitDa } of feeders) {
    if (feederW !== null) put({ feederId: id, phase: null, counts: false }, feederW)
    if (phases === null || limitDa === null) continue
    for (const phase of allPhases) put({ feederId: id, phase, counts: false }, ofPhase(limitDa))
  }
  const fuses = {
    list,
    slots,
    baseW: new Float64Array(list.length * slots),
    capW: new Float64Array(list.length * slots),
  }
  list.forEach(({ feederId }, fuse) => {
    for (let slot = 0; slot < slots; slot++) {
      const base = feederId === null ? (baseW[slot] ?? 0) : 0
      fuses.baseW[fuse * slots + slot] = base
      // Where the building alone draws more than the limit, nothing is left for cars.
      fuses.capW[fuse * slots + slot] = Math.max(base, caps[fuse]?.[slot] ?? Infinity)
    }
  })
  return { ...fuses, ...pathsOf(problem, list) }
}

/** 0.1 A on a phase as W, as if all three drew it. */
export function inW(limitDa: readonly number[], voltageV: number): number[] {
  return limitDa.map((da) => (da / 10) * voltageV * allPhases.length)
}

/** That W as 0.1 A on a phase. */
export function inDa(phaseW: number, voltageV: number): number {
  return (phaseW / voltageV / allPhases.length) * 10
}

function pathsOf({ feeders, sessions }: PlanningProblem, list: readonly Fuse[]) {
  const parents = new Map(feeders.map(({ id, parentId }) => [id, parentId]))
  const path = new Int32Array(sessions.length + 1)
  const onto: number[] = []
  const weight: number[] = []
  sessions.forEach((session, s) => {
    const above = new Set<string | null>([null])
    for (let id = session.feederId; id !== null && !above.has(id); id = parents.get(id) ?? null)
      above.add(id)
    list.forEach(({ feederId, phase }, fuse) => {
      const weighs = weightOn(session, phase)
      if (weighs === 0 || !above.has(feederId)) return
      onto.push(fuse)
      weight.push(weighs)
    })
    path[s + 1] = onto.length
  })
  return { path, onto: Int32Array.from(onto), weight: Float64Array.from(weight) }
}

function weightOn({ phases }: PlanSession, phase: Phase | null): number {
  if (phase === null) return 1
  return phases.includes(phase) ? allPhases.length / phases.length : 0
}

/** What each fuse bears when the sessions draw those means. */
export function loadsOf(stays: Stays, fuses: Fuses, means: Float64Array): Float64Array {
  const loads = Float64Array.from(fuses.baseW)
  for (let s = 0; s < stays.count; s++)
    eachCell(stays, s, (cell, slot) => drawOn(fuses, loads, s, slot, at(means, cell)))
  return loads
}

/** How much more a session may draw in a slot before one of its fuses is full, W. */
export function roomOf(fuses: Fuses, loads: Float64Array, s: number, slot: number): number {
  let room = Infinity
  for (let p = whole(fuses.path, s); p < whole(fuses.path, s + 1); p++) {
    const place = whole(fuses.onto, p) * fuses.slots + slot
    const left = (at(fuses.capW, place) - at(loads, place)) / at(fuses.weight, p)
    if (left < room) room = left
  }
  return room
}

/** Adds what a session draws in a slot to every fuse it draws on; less than nothing takes it off. */
export function drawOn(
  fuses: Fuses,
  loads: Float64Array,
  s: number,
  slot: number,
  meanW: number,
): void {
  for (let p = whole(fuses.path, s); p < whole(fuses.path, s + 1); p++) {
    const place = whole(fuses.onto, p) * fuses.slots + slot
    add(loads, place, at(fuses.weight, p) * meanW)
  }
}

/** The highest load of the fuses that count, W. */
export function peakOf(fuses: Fuses, loads: Float64Array): number {
  let peak = 0
  fuses.list.forEach(({ counts }, fuse) => {
    if (!counts) return
    for (let slot = 0; slot < fuses.slots; slot++)
      peak = Math.max(peak, at(loads, fuse * fuses.slots + slot))
  })
  return peak
}

/** The critical set made of those places: its slots, feeders and, where they matter, phases. */
export function criticalOf(fuses: Fuses, places: Iterable<number>): CriticalSet {
  const slots = new Set<number>()
  const feeders = new Set<string>()
  const phases = new Set<Phase>()
  for (const place of places) {
    slots.add(place % fuses.slots)
    const fuse = fuses.list[Math.floor(place / fuses.slots)]
    if (fuse === undefined) continue
    if (fuse.feederId !== null) feeders.add(fuse.feederId)
    if (fuse.phase !== null) phases.add(fuse.phase)
  }
  return {
    slots: [...slots].sort((one, other) => one - other),
    feederIds: [...feeders],
    ...(phases.size > 0 && { phases: allPhases.filter((phase) => phases.has(phase)) }),
  }
}
