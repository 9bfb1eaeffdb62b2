import { allPhases, type PlanSession, type PlanningProblem } from '../problem.ts'
import type { LpObjective, LpOptions } from './lp.ts'

/** One variable: the energy of a session in a slot. */
export interface Column {
  readonly session: PlanSession
  readonly index: number
  readonly slot: number
  /** How long the car is there in the slot, minutes. */
  readonly minutes: number
}

/** atLeast <= sum of value x variable <= atMost */
export interface Row {
  readonly atLeast: number
  readonly atMost: number
  readonly entries: readonly (readonly [column: number, value: number])[]
}

/** The energies a plan is made of: one for each session and slot it is there in. */
export function columnsOf(problem: PlanningProblem): readonly Column[] {
  const columns: Column[] = []
  problem.sessions.forEach((session, index) => {
    for (let slot = 0; slot < problem.slots; slot += 1) {
      const begins = Math.max(session.arrive, slot === 0 ? problem.elapsed : slot)
      const ends = Math.min(session.depart, slot + 1)
      const minutes = (ends - begins) * problem.slotMinutes
      if (minutes > 0) columns.push({ session, index, slot, minutes })
    }
  })
  return columns
}

/** The constraints over those energies and, as the last variable, the peak. Energies are kWh, powers kW, currents A. */
export function rowsOf(
  problem: PlanningProblem,
  columns: readonly Column[],
  objective: LpObjective,
  options: LpOptions,
): readonly Row[] {
  return [
    ...needRows(problem, columns, objective, options),
    ...siteRows(problem, columns, objective, options),
    ...feederRows(problem, columns),
    ...phaseRows(problem, columns, objective),
    ...costRows(problem, columns, options),
  ]
}

function needRows(
  problem: PlanningProblem,
  columns: readonly Column[],
  objective: LpObjective,
  { atLeastWh }: LpOptions,
): Row[] {
  const own: [number, number][][] = problem.sessions.map(() => [])
  columns.forEach(({ index }, column) => own[index]?.push([column, 1]))
  return problem.sessions.map((session, index) => ({
    atLeast: (atLeastWh?.[index] ?? (objective === 'delivered' ? 0 : session.energyWh)) / 1000,
    atMost: session.energyWh / 1000,
    entries: own[index] ?? [],
  }))
}

function siteRows(
  problem: PlanningProblem,
  columns: readonly Column[],
  objective: LpObjective,
  { atMostW }: LpOptions,
): Row[] {
  const rows: Row[] = []
  for (const { slot, hours, here } of slotsOf(problem, columns)) {
    const baseKw = (problem.baseW[slot] ?? 0) / 1000
    const limitW = Math.min(problem.limitW?.[slot] ?? Infinity, atMostW ?? Infinity)
    const entries = here.map((column) => [column, 1] as const)
    // Where the building alone draws more than the limit nothing is left, which isn't the cars' fault.
    const leftKwh = Math.max(0, (limitW / 1000 - baseKw) * hours)
    rows.push({ atLeast: -Infinity, atMost: leftKwh, entries })
    if (objective !== 'peakW') continue
    const peak = [columns.length, -hours] as const
    rows.push({ atLeast: -Infinity, atMost: -baseKw * hours, entries: [...entries, peak] })
  }
  return rows
}

function feederRows(problem: PlanningProblem, columns: readonly Column[]): Row[] {
  const rows: Row[] = []
  for (const feeder of problem.feeders) {
    const { limitW } = feeder
    if (limitW === null) continue
    const below = feedersBelow(problem, feeder.id)
    for (const { slot, hours, here } of slotsOf(problem, columns)) {
      rows.push({
        atLeast: -Infinity,
        atMost: ((limitW[slot] ?? 0) / 1000) * hours,
        entries: here
          .filter((column) => below.has(columns[column]?.session.feederId ?? null))
          .map((column) => [column, 1]),
      })
    }
  }
  return rows
}

function costRows(
  { prices }: PlanningProblem,
  columns: readonly Column[],
  { atMostCost }: LpOptions,
): Row[] {
  if (atMostCost === undefined) return []
  const entries = columns.map(({ slot }, column) => [column, (prices?.[slot] ?? 0) / 1000] as const)
  return [{ atLeast: -Infinity, atMost: atMostCost, entries }]
}

/** A session draws on its phases equally; the base load draws on all three. */
function phaseRows(
  problem: PlanningProblem,
  columns: readonly Column[],
  objective: LpObjective,
): Row[] {
  const { phases } = problem
  if (phases === null) return []
  const rows: Row[] = []
  for (const phase of allPhases) {
    for (const { slot, hours, here } of slotsOf(problem, columns)) {
      const ampereHours = (column: number): readonly [number, number][] => {
        const on = columns[column]?.session.phases ?? []
        return on.includes(phase) ? [[column, 1000 / (phases.voltageV * on.length)]] : []
      }
      const baseA = (problem.baseW[slot] ?? 0) / (phases.voltageV * allPhases.length)
      const leftA = (limitDa: number, base: number) => Math.max(0, limitDa / 10 - base) * hours
      const entries = here.flatMap(ampereHours)
      const atMost = leftA(phases.limitDa[slot] ?? 0, baseA)
      rows.push({ atLeast: -Infinity, atMost, entries })
      if (objective === 'peakDa') {
        const peak = [columns.length, -hours] as const
        rows.push({ atLeast: -Infinity, atMost: -baseA * hours, entries: [...entries, peak] })
      }
      for (const { id, limitDa } of problem.feeders) {
        if (limitDa === null) continue
        const below = feedersBelow(problem, id)
        const atFeeder = here
          .filter((column) => below.has(columns[column]?.session.feederId ?? null))
          .flatMap(ampereHours)
        rows.push({ atLeast: -Infinity, atMost: leftA(limitDa[slot] ?? 0, 0), entries: atFeeder })
      }
    }
  }
  return rows
}

/** Each slot with what is left of it in hours, and the columns of the cars that are there. */
function slotsOf(problem: PlanningProblem, columns: readonly Column[]) {
  const here: number[][] = Array.from({ length: problem.slots }, () => [])
  columns.forEach(({ slot }, column) => here[slot]?.push(column))
  return here.map((inSlot, slot) => ({
    slot,
    hours: (problem.slotMinutes * (slot === 0 ? 1 - problem.elapsed : 1)) / 60,
    here: inSlot,
  }))
}

/** A feeder and all that hang on it, near or far. */
export function feedersBelow(
  problem: PlanningProblem,
  feederId: string,
): ReadonlySet<string | null> {
  const below = new Set<string | null>([feederId])
  for (let grown = true; grown;) {
    grown = false
    for (const { id, parentId } of problem.feeders) {
      if (parentId === null || !below.has(parentId) || below.has(id)) continue
      below.add(id)
      grown = true
    }
  }
  return below
}
