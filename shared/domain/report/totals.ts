import type { Column, ReportRow } from './column.ts'

/** The sums of rows, a row for each currency. */
export interface Totals {
  add(row: ReportRow): void
  /** One row a currency by its code, with a value for each column that is summed; none where there was no row. */
  rows(): ReportRow[]
}

/** Adds up what stands in the rows, as it is written there: nothing is rounded after it was summed. */
export function totals(columns: readonly Column[]): Totals {
  const summed = columns.flatMap(({ isSummed }, at) => (isSummed ? [at] : []))
  const byCurrency = new Map<string | null, number[]>()
  let last: { readonly currency: string | null; readonly sums: number[] } | null = null
  return {
    add({ currency, values }) {
      if (last === null || last.currency !== currency) {
        const known = byCurrency.get(currency) ?? columns.map(() => 0)
        byCurrency.set(currency, known)
        last = { currency, sums: known }
      }
      const { sums } = last
      for (const at of summed) {
        const value = values[at]
        if (typeof value === 'number') sums[at] = (sums[at] ?? 0) + Math.round(value)
      }
    },
    rows: () =>
      [...byCurrency]
        .sort(([one], [other]) => ((one ?? '') < (other ?? '') ? -1 : 1))
        .map(([currency, sums]) => ({
          currency,
          values: sums.map((sum, at) => (columns[at]?.isSummed === true ? sum : null)),
        })),
  }
}
