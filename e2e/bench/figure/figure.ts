/** What a figure must be: its value or its ratio to the baseline, at least or at most a limit. */
export type Budget = { of: 'value' | 'ratio'; is: '>=' | '<='; limit: number }

/** One measured figure beside what it is compared with. */
export type Figure = {
  bench: string
  figure: string
  value: number
  unit: string
  /** The same measured on the bare thing in the same run; null where there is none. */
  baseline: number | null
  budget: Budget | null
}

/** A figure as `--json` prints it, one a line. */
export type FigureLine = {
  bench: string
  figure: string
  value: number
  unit: string
  baseline: number | null
  ratio: number | null
  /** In words, such as `ratio >= 0.4`. */
  budget: string | null
  /** Whether the budget is kept; null where there is none. */
  ok: boolean | null
}

/** Works out a figure's ratio and whether its budget is kept. A value that is no number keeps none. */
export function figureLine({ budget, ...figure }: Figure): FigureLine {
  const { value, baseline } = figure
  const ratio = baseline === null || baseline === 0 ? null : value / baseline
  const shown = {
    ...figure,
    value: rounded(value) ?? value,
    baseline: rounded(baseline),
    ratio: rounded(ratio),
  }
  if (budget === null) return { ...shown, budget: null, ok: null }
  const judged = budget.of === 'value' ? value : (ratio ?? Number.NaN)
  const ok = budget.is === '>=' ? judged >= budget.limit : judged <= budget.limit
  return {
    ...shown,
    budget: `${budget.of} ${budget.is} ${budget.limit}`,
    ok,
  }
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(4))
}
