import loadHighs, { type HighsProgram } from 'highs'
import type { PlanningProblem } from '../problem.ts'
import { columnsOf, rowsOf, type Row } from './lp-rows.ts'

/** What the linear program is to find; each with every limit of the site, its feeders and its phases kept. */
export type LpObjective =
  /** The lowest peak of the site, W, the base load included. */
  | 'peakW'
  /** The lowest peak of the worst phase of the site, 0.1 A, the base load included. */
  | 'peakDa'
  /** The lowest cost, minor units, without the base load. */
  | 'cost'
  /** The most energy in all, Wh, each session weighed by `weights`. */
  | 'delivered'

export interface LpOptions {
  /** Weight of each session's energy for `delivered`; 1 when not given. */
  readonly weights?: readonly number[]
  /** What each session must get at least, Wh: all it wants when not given, nothing for `delivered`. */
  readonly atLeastWh?: readonly number[]
  /** The site draws no more than this, W, base load included. */
  readonly atMostW?: number
  /** All of it costs no more than this, minor units. */
  readonly atMostCost?: number
}

export interface LpAnswer {
  readonly feasible: boolean
  /** What the objective comes to; NaN when there is no plan. */
  readonly value: number
  /** Wh for each session in each slot. */
  readonly energyWh: readonly Float64Array[]
  /** How long the solver alone took, by the clock it was loaded with. */
  readonly solverMs: number
}

/** HiGHS, ready to answer. */
export interface Lp {
  answer(problem: PlanningProblem, objective: LpObjective, options?: LpOptions): LpAnswer
}

/**
 * Loads the solver. A question it can't decide throws.
 * @param clock ms, for benchmarks
 */
export async function loadLp(clock: () => number = () => 0): Promise<Lp> {
  const highs = await loadHighs()
  return {
    answer(problem, objective, options = {}) {
      const columns = columnsOf(problem)
      const rows = rowsOf(problem, columns, objective, options)
      const program: HighsProgram = {
        numCols: columns.length + 1,
        numRows: rows.length,
        colCost: [
          ...columns.map((column) => columnCost(problem, column, objective, options)),
          objective === 'peakW' || objective === 'peakDa' ? 1 : 0,
        ],
        colLower: [...columns.map(() => 0), -highs.infinity],
        colUpper: [
          ...columns.map(({ session, minutes }) => kWh(session.maxW, minutes)),
          highs.infinity,
        ],
        rowLower: rows.map(({ atLeast }) => atLeast),
        rowUpper: rows.map(({ atMost }) => atMost),
        matrix: matrixOf(rows, columns.length + 1),
      }
      return highs.withModel(program, (solver) => {
        const startedAt = clock()
        solver.run()
        const solverMs = clock() - startedAt
        const status = solver.getModelStatus()
        const { optimal, infeasible } = highs.constants.modelStatus
        if (status !== optimal && status !== infeasible) {
          throw new Error(`HiGHS could not decide: model status ${status}`)
        }
        const energyWh = problem.sessions.map(() => new Float64Array(problem.slots))
        if (status === infeasible) return { feasible: false, value: Number.NaN, energyWh, solverMs }
        const { colValue } = solver.getSolution()
        columns.forEach(({ index, slot }, column) => {
          const row = energyWh[index]
          if (row !== undefined) row[slot] = (colValue[column] ?? 0) * 1000
        })
        const value = solver.getObjectiveValue()
        return { feasible: true, value: value * scaleOf(objective), energyWh, solverMs }
      })
    },
  }
}

/** In the program energy is kWh, power kW and current A, so that its numbers are of one size. */
export function kWh(powerW: number, minutes: number): number {
  return (powerW * minutes) / 60_000
}

function scaleOf(objective: LpObjective): number {
  switch (objective) {
    case 'peakW':
      return 1000
    case 'peakDa':
      return 10
    case 'cost':
      return 1
    case 'delivered':
      return -1000
  }
}

function columnCost(
  problem: PlanningProblem,
  { index, slot }: { readonly index: number; readonly slot: number },
  objective: LpObjective,
  { weights }: LpOptions,
): number {
  if (objective === 'delivered') return -(weights?.[index] ?? 1)
  return objective === 'cost' ? (problem.prices?.[slot] ?? 0) / 1000 : 0
}

export function matrixOf(rows: readonly Row[], numCols: number): HighsProgram['matrix'] {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const row of rows) {
    for (const [column, value] of row.entries) {
      indices.push(column)
      values.push(value)
    }
    starts.push(indices.length)
  }
  return { format: 'csr', numRows: rows.length, numCols, starts, indices, values }
}
