import loadHighs, { type HighsProgram } from 'highs'
import type { PlanningProblem } from '../problem.ts'
import { columnsOf, rowsOf, type Column, type Row } from './lp-rows.ts'
import { kWh, matrixOf } from './lp.ts'

/** HiGHS, ready to answer about cars that draw their minimum or more, or nothing. */
export interface Milp {
  /**
   * The lowest peak that delivers all within every limit, W; where there are phases the worst one's, as if all three
   * drew as much. Null: not all can be delivered. A question it can't decide throws.
   */
  lowestPeakW(problem: PlanningProblem): number | null
}

/** Loads the solver. */
export async function loadMilp(): Promise<Milp> {
  const highs = await loadHighs()
  return {
    lowestPeakW(problem) {
      return highs.withModel(programOf(problem, highs.infinity), (solver) => {
        solver.run()
        const status = solver.getModelStatus()
        const { optimal, infeasible } = highs.constants.modelStatus
        if (status === infeasible) return null
        if (status !== optimal) throw new Error(`HiGHS could not decide: model status ${status}`)
        const { phases } = problem
        return solver.getObjectiveValue() * (phases === null ? 1000 : 3 * phases.voltageV)
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

function programOf(problem: PlanningProblem, infinity: number): HighsProgram {
  const columns = columnsOf(problem)
  const { all } = variables(columns)
  const rows = [
    ...limitRows(problem, columns),
    ...drawRows(columns),
    ...problem.sessions.flatMap((_, index) => carRows(problem, columns, index)),
  ]
  const each = <T>(value: T): T[] => columns.map(() => value)
  return {
    numCols: all,
    numRows: rows.length,
    colCost: [...each(0), 1, ...each(0), ...each(0), ...each(0)],
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
function limitRows(problem: PlanningProblem, columns: readonly Column[]): readonly Row[] {
  const objective = problem.phases === null ? 'peakW' : 'peakDa'
  return rowsOf(problem, columns, objective, {}).slice(problem.sessions.length)
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
function carRows(problem: PlanningProblem, columns: readonly Column[], index: number): Row[] {
  const session = problem.sessions[index]
  if (session === undefined) return []
  const { draws, begins, gets } = variables(columns)
  const own = columns.flatMap((column, place) => (column.index === index ? place : []))
  const wanted = session.energyWh / 1000
  const need: Row = {
    atLeast: wanted,
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
