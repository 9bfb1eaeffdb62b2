/**
 * What is used of `highs`, under whose name `tsconfig.json` leads here. The types the package comes with take its
 * module for CommonJS, whose default export they then don't let be called.
 */
export interface HighsProgram {
  readonly numCols: number
  readonly numRows: number
  readonly colCost: readonly number[]
  readonly colLower: readonly number[]
  readonly colUpper: readonly number[]
  readonly rowLower: readonly number[]
  readonly rowUpper: readonly number[]
  /** Row by row: row r has the entries `starts[r]` up to `starts[r + 1]`. */
  readonly matrix: {
    readonly format: 'csr'
    readonly numRows: number
    readonly numCols: number
    readonly starts: readonly number[]
    readonly indices: readonly number[]
    readonly values: readonly number[]
  }
  /** 0: continuous, 1: whole; all continuous when not given. */
  readonly integrality?: readonly (0 | 1)[]
}

export interface HighsModel {
  run(): unknown
  getModelStatus(): number
  getObjectiveValue(): number
  getSolution(): { readonly colValue: Float64Array }
}

export interface Highs {
  readonly infinity: number
  readonly constants: {
    readonly modelStatus: { readonly optimal: number; readonly infeasible: number }
  }
  withModel<Result>(program: HighsProgram, use: (model: HighsModel) => Result): Result
}

// oxlint-disable-next-line import/no-default-export -- that is how the package hands it out
export default function loadHighs(): Promise<Highs>
