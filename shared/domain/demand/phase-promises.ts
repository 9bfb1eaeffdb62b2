import type { Instant } from '../../time/instant.ts'
import type { CriticalSet } from '../planning/plan.ts'
import { type PhaseProof, provePhases } from '../planning/phase/prove-phases.ts'
import type { PromiseBook, Shortage } from '../planning/promise-book.ts'
import { allPhases, type PlanningProblem, type PlanSession } from '../planning/problem.ts'
import type { GridAhead } from './grid-ahead.ts'
import { problemOf } from './problem-of.ts'

/** As far before and after a wish's own time its neighbours are looked at, slots. */
const AROUND_SLOTS = 96

/** So much of what a session had, as a share of it, is no more than the arithmetic's. */
const CRUMB = 0.001

/**
 * What is short by phase when a session is promised beside those in the book; null when nothing is, or no more than is
 * short without it. The book proves in W, all phases together, and that is all there is to prove where every car draws
 * on all three. Looked at are those who are there in the wish's time and those who are there with them, a day before
 * and after at most; of who stays longer the share that falls into that.
 * @param grid from the book's first slot on
 */
export function phaseShortage(
  book: PromiseBook,
  wish: PlanSession,
  grid: GridAhead,
  now: Instant,
): Shortage | null {
  if (grid.limitDa === null && grid.feeders.every(({ limitDa }) => limitDa === null)) return null
  const others = [...book.ids()].flatMap((id) => (id === wish.id ? [] : (book.get(id) ?? [])))
  const company = others.filter((other) => meet(other, wish))
  const time = timeOf([wish, ...company], wish, grid)
  const beside = others.filter((other) => meet(other, time))
  if ([wish, ...beside].every(({ phases }) => phases.length === allPhases.length)) return null

  const ahead = within(grid, time)
  const problem = problemOf(
    [wish, ...beside].map((session) => begunAt(session, time.arrive)),
    ahead,
    now,
  )
  const proof = proofBeside(problem, wish.id)
  if (proof.verdict === 'feasible') return null
  const { shortWh, critical } = proof
  return {
    deficitWh: Math.max(1, shortWh),
    because: 'limit',
    critical: counted(critical, time.arrive),
    sessionIds: inTheWay(problem, critical, wish.id),
  }
}

/** The proof for all of it; where the others don't all fit without the wish, that they lose no more by it. */
function proofBeside(problem: PlanningProblem, wishId: string): PhaseProof {
  const proof = provePhases(problem, wishId)
  if (proof.verdict === 'feasible') return proof
  const sessions = problem.sessions.filter(({ id }) => id !== wishId)
  const without = { ...problem, sessions }
  const before = provePhases(without, null)
  if (before.verdict === 'feasible') return proof
  return provePhases(wanting(problem, sessions, before.deliveredWh), wishId)
}

/** The problem in which those sessions want so much, but for what the arithmetic may lose. */
function wanting(
  problem: PlanningProblem,
  those: readonly PlanSession[],
  energiesWh: readonly number[],
): PlanningProblem {
  const wanted = new Map(those.map(({ id }, index) => [id, energiesWh[index] ?? 0]))
  const sessions = problem.sessions.map((session) => {
    const wh = wanted.get(session.id)
    return wh === undefined ? session : { ...session, energyWh: wh * (1 - CRUMB) }
  })
  return { ...problem, sessions }
}

interface Stay {
  readonly arrive: number
  readonly depart: number
}

function meet(one: Stay, other: Stay): boolean {
  return one.arrive < other.depart && one.depart > other.arrive
}

/** From the first of them to the last in whole slots, as far as is looked at. */
function timeOf(stays: readonly Stay[], wish: Stay, { firstSlot, slots }: GridAhead): Stay {
  const first = stays.reduce((least, { arrive }) => Math.min(least, arrive), Infinity)
  const last = stays.reduce((most, { depart }) => Math.max(most, depart), -Infinity)
  return {
    arrive: Math.max(firstSlot, Math.floor(Math.max(first, wish.arrive - AROUND_SLOTS))),
    depart: Math.min(firstSlot + slots, Math.ceil(Math.min(last, wish.depart + AROUND_SLOTS))),
  }
}

/** The part of what lies ahead that falls into a time. */
function within(grid: GridAhead, { arrive, depart }: Stay): GridAhead {
  const cut = (values: readonly number[]) =>
    values.slice(arrive - grid.firstSlot, depart - grid.firstSlot)
  const cutLimit = (values: readonly number[] | null) => values && cut(values)
  return {
    ...grid,
    firstSlot: arrive,
    slots: Math.max(0, depart - arrive),
    baseW: cut(grid.baseW),
    limitW: cutLimit(grid.limitW),
    limitDa: cutLimit(grid.limitDa),
    feeders: grid.feeders.map((feeder) => ({
      ...feeder,
      limitW: cutLimit(feeder.limitW),
      limitDa: cutLimit(feeder.limitDa),
    })),
    prices: null,
  }
}

/** What a session still wants at that time, had it drawn evenly until then. */
function begunAt(session: PlanSession, slot: number): PlanSession {
  const { arrive, depart, energyWh } = session
  if (arrive >= slot) return session
  const left = (depart - slot) / (depart - arrive)
  return { ...session, arrive: slot, energyWh: Math.floor(energyWh * left) }
}

function counted(critical: CriticalSet, firstSlot: number): CriticalSet {
  return { ...critical, slots: critical.slots.map((slot) => slot + firstSlot) }
}

/** The others who are there where it is tight and draw on a phase that is. */
function inTheWay(
  { sessions }: PlanningProblem,
  { slots, phases }: CriticalSet,
  wishId: string,
): string[] {
  return sessions
    .filter(
      (session) =>
        session.id !== wishId &&
        (phases === undefined || session.phases.some((phase) => phases.includes(phase))) &&
        slots.some((slot) => meet(session, { arrive: slot, depart: slot + 1 })),
    )
    .map(({ id }) => id)
}
