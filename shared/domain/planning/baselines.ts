import { add, at, whole } from './cells.ts'
import { drawOn, fusesOf, peakOf, roomOf, type Fuses } from './phase/fuses.ts'
import { staysOf, type Stays } from './phase/stays.ts'
import type { PlannedSession } from './plan.ts'
import type { PlanningProblem, PlanSession } from './problem.ts'

/**
 * How power is dealt out without a plan: to whom has come first, whom leaves first, who has least time to spare at its
 * full power, or to all alike.
 */
export type Rule = 'firstCome' | 'earliestDeadline' | 'leastLaxity' | 'equalShare'
export const allRules: readonly Rule[] = [
  'firstCome',
  'earliestDeadline',
  'leastLaxity',
  'equalShare',
]

/** What becomes of a problem by a rule. */
export interface RuleOutcome {
  /** In the problem's order; `w` is the power while it charges. */
  readonly sessions: readonly PlannedSession[]
  /** As a plan has it: by phase, the worst phase's as if all three drew as much. */
  readonly peakW: number
  readonly deliveredWh: number
  /** Of all energy that is wanted. */
  readonly deliveredShare: number
  /** How many sessions get all that they want. */
  readonly met: number
}

/**
 * Slot by slot, among the cars that are there: whoever's turn it is by the rule draws the most that the limits leave.
 * Nobody is known before coming; of those who are there need and departure are known, better than they ever are. The
 * limits are the planner's, and so is the minimum: less than that is nothing, but a car that needs less than a slot of
 * it draws it for a part. `suspendable`, `promised` and `priority` are not looked at.
 */
export function deal(problem: PlanningProblem, rule: Rule): RuleOutcome {
  const table = tableOf(problem)
  const { stays } = table
  for (let slot = 0; slot < problem.slots; slot += 1) {
    const there = hungryIn(table, slot)
    if (rule === 'equalShare') dealAlike(table, slot, there)
    else dealInTurn(table, slot, inOrder(table, slot, there, rule))
    for (const s of there) {
      const wm = at(table.means, cellOf(stays, s, slot)) * at(stays.minutes, slot)
      table.leftWm[s] = Math.max(0, at(table.leftWm, s) - wm)
    }
  }
  return outcomeOf(table)
}

interface Table {
  readonly problem: PlanningProblem
  readonly stays: Stays
  readonly fuses: Fuses
  readonly means: Float64Array
  readonly loads: Float64Array
  /** What each still needs, Wm. */
  readonly leftWm: Float64Array
}

function tableOf(problem: PlanningProblem): Table {
  const stays = staysOf(problem)
  const fuses = fusesOf(problem)
  return {
    problem,
    stays,
    fuses,
    means: new Float64Array(stays.share.length),
    loads: fuses.baseW.slice(),
    leftWm: Float64Array.from(problem.sessions, ({ energyWh }) => energyWh * 60),
  }
}

/** Less than this isn't hunger, Wm. */
const CRUMB_WM = 1e-3

function hungryIn({ stays, leftWm }: Table, slot: number): number[] {
  const there: number[] = []
  for (let s = 0; s < stays.count; s += 1) {
    const cell = cellOf(stays, s, slot)
    const isThere = cell >= whole(stays.begin, s) && cell < whole(stays.begin, s + 1)
    if (isThere && at(stays.share, cell) > 0 && at(leftWm, s) > CRUMB_WM) there.push(s)
  }
  return there
}

function cellOf({ begin, first }: Stays, s: number, slot: number): number {
  return whole(begin, s) + slot - whole(first, s)
}

function inOrder(
  { problem, leftWm }: Table,
  slot: number,
  there: readonly number[],
  rule: Exclude<Rule, 'equalShare'>,
): number[] {
  const rankOf = (s: number): number => {
    const { arrive, depart, maxW } = sessionAt(problem, s)
    if (rule === 'firstCome') return arrive
    if (rule === 'earliestDeadline') return depart
    const comes = Math.max(arrive, slot)
    return depart - comes - at(leftWm, s) / (Math.max(1, maxW) * problem.slotMinutes)
  }
  const ranks = new Map(there.map((s) => [s, rankOf(s)]))
  return there.toSorted((one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0))
}

function dealInTurn(table: Table, slot: number, order: readonly number[]): void {
  for (const s of order) {
    const { least, most } = boundsOf(table, s, slot)
    const room = roomOf(table.fuses, table.loads, s, slot)
    const meanW = Math.min(most, room)
    if (meanW > 0 && meanW >= least) draw(table, s, slot, meanW)
  }
}

/** All draw alike, up to what each can and its fuses bear; whoever gets less than its minimum that way makes room. */
function dealAlike(table: Table, slot: number, there: readonly number[]): void {
  for (let those = [...there]; those.length > 0;) {
    const levels = risen(table, slot, those)
    const tooLow = those.filter((s) => {
      const level = levels.get(s) ?? 0
      return level <= 0 || level < boundsOf(table, s, slot).least
    })
    const last = tooLow.at(-1)
    if (last === undefined) {
      for (const s of those) draw(table, s, slot, levels.get(s) ?? 0)
      return
    }
    // One at a time, so that the others get what it leaves.
    those = those.filter((s) => s !== last)
  }
}

/** How far each gets when all rise together and each stops where it, or a fuse it draws on, is full. */
function risen(
  { fuses, loads, ...table }: Table,
  slot: number,
  those: readonly number[],
): Map<number, number> {
  const trial = loads.slice()
  const levels = new Map(those.map((s) => [s, 0]))
  let rising = [...those]
  while (rising.length > 0) {
    const pull = new Float64Array(trial.length)
    for (const s of rising) drawOn(fuses, pull, s, slot, 1)
    let step = Infinity
    for (const s of rising) {
      const { most } = boundsOf({ ...table, fuses, loads }, s, slot)
      step = Math.min(step, most - (levels.get(s) ?? 0), stepOf(fuses, trial, pull, s, slot))
    }
    step = Math.max(0, step)
    for (const s of rising) {
      levels.set(s, (levels.get(s) ?? 0) + step)
      drawOn(fuses, trial, s, slot, step)
    }
    rising = rising.filter((s) => {
      const { most } = boundsOf({ ...table, fuses, loads }, s, slot)
      const isFull = (levels.get(s) ?? 0) >= most - SPECK_W
      return !isFull && stepOf(fuses, trial, pull, s, slot) > SPECK_W
    })
  }
  return levels
}

/** Nearer to full than this is full. */
const SPECK_W = 1e-6

/** By how much all can still rise before a fuse that this one draws on is full. */
function stepOf(
  { path, onto, capW, slots }: Fuses,
  loads: Float64Array,
  pull: Float64Array,
  s: number,
  slot: number,
): number {
  let step = Infinity
  for (let p = whole(path, s); p < whole(path, s + 1); p += 1) {
    const place = whole(onto, p) * slots + slot
    step = Math.min(step, (at(capW, place) - at(loads, place)) / Math.max(1e-9, at(pull, place)))
  }
  return step
}

/** The least and the most that a car draws in a slot, mean W; what it needs may be less than a slot at its least. */
function boundsOf({ problem, stays, leftWm }: Table, s: number, slot: number) {
  const { minW, maxW } = sessionAt(problem, s)
  const share = at(stays.share, cellOf(stays, s, slot))
  const needed = at(leftWm, s) / Math.max(1e-9, at(stays.minutes, slot))
  const least = Math.min(minW, maxW) * share
  return { least, most: Math.max(least, Math.min(maxW * share, needed)) }
}

function draw({ stays, fuses, means, loads }: Table, s: number, slot: number, meanW: number): void {
  add(means, cellOf(stays, s, slot), meanW)
  drawOn(fuses, loads, s, slot, meanW)
}

function outcomeOf(table: Table): RuleOutcome {
  const { problem, fuses, loads } = table
  const sessions = problem.sessions.map((session, s) => lineOf(table, session, s))
  const deliveredWh = sessions.reduce((sum, line) => sum + line.deliveredWh, 0)
  const wantedWh = problem.sessions.reduce((sum, { energyWh }) => sum + energyWh, 0)
  return {
    sessions,
    peakW: peakOf(fuses, loads),
    deliveredWh,
    deliveredShare: wantedWh > 0 ? deliveredWh / wantedWh : 1,
    met: sessions.filter(({ readyAt }) => readyAt !== null).length,
  }
}

function lineOf({ problem, stays, means, leftWm }: Table, session: PlanSession, s: number) {
  const firstSlot = whole(stays.first, s)
  const begin = whole(stays.begin, s)
  const length = whole(stays.begin, s + 1) - begin
  const w = Array.from({ length }, (_, place) => {
    const share = at(stays.share, begin + place)
    return share > 0 ? at(means, begin + place) / share : 0
  })
  const complete = at(leftWm, s) <= CRUMB_WM
  const last = w.findLastIndex((power) => power > 0)
  const ready = last < 0 ? Math.max(session.arrive, problem.elapsed) : firstSlot + last + 1
  return {
    id: session.id,
    firstSlot,
    w,
    deliveredWh: complete ? session.energyWh : session.energyWh - at(leftWm, s) / 60,
    readyAt: complete ? Math.min(ready, session.depart) : null,
  }
}

function sessionAt({ sessions }: PlanningProblem, s: number): PlanSession {
  const session = sessions[s]
  if (session === undefined) throw new Error(`There is no session ${s}.`)
  return session
}
