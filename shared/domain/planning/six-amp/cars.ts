import { at, whole } from '../cells.ts'
import { drawOn, type Fuses } from '../phase/fuses.ts'
import { drawnWm, eachCell, type Stays } from '../phase/stays.ts'
import type { Plan } from '../plan.ts'
import type { PlanningProblem } from '../problem.ts'
import { rankOf } from '../shortfall.ts'

/** The cars of a problem that draw their minimum or nothing, and what bears them. */
export interface Cars {
  readonly stays: Stays
  readonly fuses: Fuses
  readonly leastW: Float64Array
  readonly mostW: Float64Array
  /** What each is to get, Wm. */
  readonly needWm: Float64Array
  /** With so much, Wm, it is full and draws no more; what it is to get may be less. */
  readonly wantedWm: Float64Array
  /** Who goes first where not all can, from 0. */
  readonly rank: Int32Array
  /** 1: it may be paused; it draws in one stretch else. */
  readonly pausable: Int32Array
  /** 1: its stretch has begun already. */
  readonly begun: Int32Array
  /** How much a W of it weighs on the fuses whose load is kept low. */
  readonly weight: Float64Array
  /** Added to what a slot bears, so that one whose power costs less looks lower; nothing where prices don't count. */
  readonly dearnessW: Float64Array
}

/** The cars as they are to be served: with what the plan gives them, as far as their own power lets them. */
export function carsOf(
  problem: PlanningProblem,
  plan: Plan,
  stays: Stays,
  fuses: Fuses,
  dearnessW: Float64Array,
): Cars {
  const { sessions } = problem
  const deliveredWh = new Map(plan.sessions.map((session) => [session.id, session.deliveredWh]))
  return {
    stays,
    fuses,
    // A car that can't draw as much as its minimum draws what it can.
    leastW: Float64Array.from(sessions, ({ minW, maxW }) => Math.min(minW, maxW)),
    mostW: Float64Array.from(sessions, ({ maxW }) => maxW),
    needWm: Float64Array.from(sessions, ({ id, maxW, energyWh }, s) => {
      const planned = Math.min(energyWh, deliveredWh.get(id) ?? 0)
      return Math.min(planned * 60, maxW * drawnWm(stays, stays.share, s))
    }),
    wantedWm: Float64Array.from(sessions, ({ energyWh }) => energyWh * 60),
    rank: Int32Array.from(sessions, rankOf),
    pausable: Int32Array.from(sessions, ({ suspendable }) => (suspendable ? 1 : 0)),
    begun: Int32Array.from(sessions, ({ suspendable, charging = false }) =>
      charging && !suspendable ? 1 : 0,
    ),
    weight: weightsOf(fuses, sessions.length),
    dearnessW,
  }
}

function weightsOf({ list, path, onto, weight }: Fuses, count: number): Float64Array {
  const weights = new Float64Array(count)
  for (let s = 0; s < count; s += 1) {
    for (let p = whole(path, s); p < whole(path, s + 1); p += 1)
      if (list[whole(onto, p)]?.counts === true)
        weights[s] = Math.max(at(weights, s), at(weight, p))
  }
  return weights
}

/** Takes all that a car draws off the loads, or puts it back on: `sign` -1 or 1. */
export function weigh(
  { stays, fuses }: Cars,
  loads: Float64Array,
  s: number,
  means: Float64Array,
  sign: 1 | -1,
): void {
  const begin = whole(stays.begin, s)
  const until = whole(stays.begin, s + 1)
  const shift = whole(stays.first, s) - begin
  for (let cell = begin; cell < until; cell += 1) {
    const mean = at(means, cell)
    if (mean > 0) drawOn(fuses, loads, s, cell + shift, sign * mean)
  }
}

/** What a car gets, Wm; where it draws its minimum until it is full, only what it is full with. */
export function servedWm(
  { stays: { begin, first, minutes }, wantedWm }: Cars,
  means: Float64Array,
  s: number,
): number {
  const shift = whole(first, s) - whole(begin, s)
  let sum = 0
  for (let cell = whole(begin, s); cell < whole(begin, s + 1); cell += 1)
    sum += at(means, cell) * at(minutes, cell + shift)
  return Math.min(sum, at(wantedWm, s))
}

/** Visits a car's cells with what it charges there, Wm: once it is full, no more. */
export function eachCharge(
  { stays, wantedWm }: Cars,
  means: Float64Array,
  s: number,
  visit: (cell: number, slot: number, chargedWm: number) => void,
): void {
  let leftWm = at(wantedWm, s)
  eachCell(stays, s, (cell, slot) => {
    const chargedWm = Math.min(leftWm, at(means, cell) * at(stays.minutes, slot))
    leftWm -= chargedWm
    visit(cell, slot, chargedWm)
  })
}

/** Less energy than this, as a share of the need, isn't missed. */
const CRUMB = 1e-7

/** What a car misses of what it is to get, Wm; a crumb isn't missed. */
export function missedWm(cars: Cars, means: Float64Array, s: number): number {
  const missed = at(cars.needWm, s) - servedWm(cars, means, s)
  return missed > at(cars.needWm, s) * CRUMB ? missed : 0
}

/** The cars that get anything, first those that go first, then those with least time to spare. */
export function firstToLast({ stays, needWm, mostW, rank }: Cars): Int32Array {
  const spare = needWm.map(
    (need, s) => need / Math.max(1, at(mostW, s) * drawnWm(stays, stays.share, s)),
  )
  return Int32Array.from(needWm.keys())
    .filter((s) => at(needWm, s) > 0)
    .sort(
      (one, other) =>
        whole(rank, one) - whole(rank, other) || at(spare, other) - at(spare, one) || one - other,
    )
}
