import { at, whole } from '../cells.ts'
import { presentMinutes, slotsPresent, usableMinutes } from '../flow/presence.ts'
import type { Plan } from '../plan.ts'
import type { PlanningProblem, PlanSession } from '../problem.ts'

/**
 * Every session's slots in flat arrays, one session after the other: those of session s are the cells `begin[s]` up to
 * `begin[s + 1]`, the first of them in slot `first[s]`. What is planned is a mean: W over all that is left of the slot.
 */
export interface Stays {
  readonly count: number
  /** The most each can draw. */
  readonly maxW: Float64Array
  readonly slots: number
  readonly first: Int32Array
  readonly begin: Int32Array
  /** How much of what is left of the slot the car is there, 0 to 1, in each cell. */
  readonly share: Float64Array
  /** How much is left of each slot: all of it but of the first. */
  readonly minutes: Float64Array
}

/** The slots in which each session of the problem can draw. */
export function staysOf(problem: PlanningProblem): Stays {
  const { slots, slotMinutes, sessions, elapsed } = problem
  const minutes = usableMinutes(slots, slotMinutes, elapsed)
  const first = new Int32Array(sessions.length)
  const begin = new Int32Array(sessions.length + 1)
  const shares: number[] = []
  sessions.forEach((session, s) => {
    const present = slotsPresent(session, slots)
    first[s] = present.first
    for (let slot = present.first; slot < present.until; slot += 1) {
      const here = presentMinutes(session, slot, problem)
      shares.push(here > 0 ? Math.min(1, here / at(minutes, slot)) : 0)
    }
    begin[s + 1] = shares.length
  })
  const share = Float64Array.from(shares)
  const maxW = Float64Array.from(sessions, (session) => session.maxW)
  return { count: sessions.length, maxW, slots, first, begin, share, minutes }
}

/** A plan's powers as means over the slots, cell by cell; sessions that the plan doesn't know draw nothing. */
export function meansOf(problem: PlanningProblem, stays: Stays, plan: Plan): Float64Array {
  const means = new Float64Array(stays.share.length)
  const planned = new Map(plan.sessions.map((session) => [session.id, session]))
  problem.sessions.forEach(({ id }, s) => {
    const session = planned.get(id)
    if (session === undefined) return
    eachCell(stays, s, (cell, slot) => {
      const w = session.w[slot - session.firstSlot] ?? 0
      means[cell] = Math.min(w, at(stays.maxW, s)) * at(stays.share, cell)
    })
  })
  return means
}

/** Visits a session's cells with their slots. */
export function eachCell(
  { begin, first }: Stays,
  s: number,
  visit: (cell: number, slot: number) => void,
): void {
  const from = whole(begin, s)
  const until = whole(begin, s + 1)
  const shift = whole(first, s) - from
  for (let cell = from; cell < until; cell += 1) visit(cell, cell + shift)
}

/** What a session gets by those means, Wm. */
export function drawnWm(stays: Stays, means: Float64Array, s: number): number {
  let sum = 0
  eachCell(stays, s, (cell, slot) => (sum += at(means, cell) * at(stays.minutes, slot)))
  return sum
}

/** The most a session can get while it is there, Wm. */
export function mostWm(stays: Stays, s: number): number {
  return at(stays.maxW, s) * drawnWm(stays, stays.share, s)
}

/**
 * What each session is to get, as far as its window allows.
 * @param wantedWh what it wants
 */
export function needsWm(
  { sessions }: PlanningProblem,
  stays: Stays,
  wantedWh: (session: PlanSession) => number,
): Float64Array {
  return Float64Array.from(sessions, (session, s) =>
    Math.min(wantedWh(session) * 60, mostWm(stays, s)),
  )
}
