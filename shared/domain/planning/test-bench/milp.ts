import loadHighs, { type HighsProgram } from 'highs'
import type { PlanningProblem } from '../problem.ts'
import { columnsOf, rowsOf, type Column, type Row } from './lp-rows.ts'
import { kWh, matrixOf, type LpObjective } from './lp.ts'

/** What is to be found, each car drawing its minimum or more, or nothing, within every limit. */
export type MilpObjective =
  /** The lowest peak that delivers all, W; where there are phases the worst one's, as if all three drew as much. */
  | 'peakW'
  /** The lowest cost that delivers all, minor units. */
  | 'cost'
  /** The most energy, Wh, whoever gets it. */
  | 'delivered'

/** HiGHS, ready to answer; null: there is no such plan. A question it can't decide throws. */
export interface Milp {
  answer(problem: PlanningProblem, objective: MilpObjective): number | null
}

/** Loads the solver. */
export async function loadMilp(): Promise<Milp> {
  const highs = await loadHighs()
  return {
    answer(problem, objective) {
      const program = programOf(problem, objective, highs.infinity)
      return highs.withModel(program, (solver) => {
        solver.run()
        const status = solver.getModelStatus()
        const { optimal, infeasible } = highs.constants.modelStatus
        if (status === infeasible) return null
        if (status !== optimal) throw new Error(`HiGHS could not decide: model status ${status}`)
        return solver.getObjectiveValue() * scaleOf(problem, objective)
      })
    },
  }
}

/**
 * The variables, a row of them for each car and slot: what is kept free for the car (kWh), then the peak, whether it
 * draws, whether it begins, and what it gets. It may get less than is kept free: it then draws for a part of the slot.
 */
function variables(columns: readonly Column[]) {
  const count = columns.length
  return {
    peak: count,
    draws: (column: number) => count + 1 + column,
    begins: (column: number) => 2 * count + 1 + column,
    gets: (column: number) => 3 * count + 1 + column,
    all: 4 * count + 1,
  }
}

function programOf(
  problem: PlanningProblem,
  objective: MilpObjective,
  infinity: number,
): HighsProgram {
  const columns = columnsOf(problem)
  const { all } = variables(columns)
  const rows = [
    ...limitRows(problem, columns, objective),
    ...drawRows(columns),
    ...problem.sessions.flatMap((_, index) => carRows(problem, columns, index, objective)),
  ]
  const each = <T>(value: T): T[] => columns.map(() => value)
  const price = (slot: number): number =>
    objective === 'cost' ? (problem.prices?.[slot] ?? 0) / 1000 : objective === 'delivered' ? -1 : 0
  return {
    numCols: all,
    numRows: rows.length,
    colCost: [
      ...each(0),
      objective === 'peakW' ? 1 : 0,
      ...each(0),
      ...each(0),
      ...columns.map(({ slot }) => price(slot)),
    ],
    colLower: [...each(0), -infinity, ...each(0), ...each(0), ...each(0)],
    colUpper: [
      ...columns.map(({ session, minutes }) => kWh(session.maxW, minutes)),
      infinity,
      ...each(1),
      ...each(1),
      ...each(infinity),
    ],
    rowLower: rows.map(({ atLeast }) => atLeast),
    rowUpper: rows.map(({ atMost }) => atMost),
    matrix: matrixOf(rows, all),
    integrality: [...each<0>(0), 0, ...each<1>(1), ...each<1>(1), ...each<0>(0)],
  }
}

/** The limits of the linear program hold for what is kept free; its needs, which come first, do not. */
function limitRows(
  problem: PlanningProblem,
  columns: readonly Column[],
  objective: MilpObjective,
): readonly Row[] {
  const peak: LpObjective = problem.phases === null ? 'peakW' : 'peakDa'
  const rows = rowsOf(problem, columns, objective === 'peakW' ? peak : objective, {})
  return rows.slice(problem.sessions.length)
}

/** Between its least and its most is kept free where a car draws, and it gets no more than that. */
function drawRows(columns: readonly Column[]): Row[] {
  const { draws, gets } = variables(columns)
  return columns.flatMap(({ session, minutes }, column): Row[] => {
    const least = kWh(session.minW, minutes)
    const most = kWh(session.maxW, minutes)
    return [
      { atLeast: 0, atMost: Infinity, entries: entriesOf([column, 1], [draws(column), -least]) },
      { atLeast: -Infinity, atMost: 0, entries: entriesOf([column, 1], [draws(column), -most]) },
      { atLeast: -Infinity, atMost: 0, entries: entriesOf([gets(column), 1], [column, -1]) },
    ]
  })
}

/** What a car is to get; one that can't be paused begins but once. */
function carRows(
  problem: PlanningProblem,
  columns: readonly Column[],
  index: number,
  objective: MilpObjective,
): Row[] {
  const session = problem.sessions[index]
  if (session === undefined) return []
  const { draws, begins, gets } = variables(columns)
  const own = columns.flatMap((column, place) => (column.index === index ? place : []))
  const wanted = session.energyWh / 1000
  const need: Row = {
    atLeast: objective === 'delivered' ? 0 : wanted,
    atMost: wanted,
    entries: own.map((column) => [gets(column), 1]),
  }
  if (session.suspendable) return [need]
  return [
    need,
    { atLeast: 0, atMost: 1, entries: own.map((column) => [begins(column), 1]) },
    ...own.map((column, place): Row => {
      const before = own[place - 1]
      const entries = entriesOf([draws(column), 1], [begins(column), -1])
      const drewBefore = before === undefined ? [] : entriesOf([draws(before), -1])
      return { atLeast: -Infinity, atMost: 0, entries: [...entries, ...drewBefore] }
    }),
  ]
}

function entriesOf(...entries: (readonly [number, number])[]): Row['entries'] {
  return entries
}

function scaleOf({ phases }: PlanningProblem, objective: MilpObjective): number {
  if (objective === 'cost') return 1
  if (objective === 'delivered') return -1000
  return phases === null ? 1000 : 3 * phases.voltageV
}
