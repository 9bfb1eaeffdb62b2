import type { Cells, Column, ReportRow, Value } from './column.ts'

/**
 * How the facts of a kind become rows of the columns that were chosen; of others nothing is worked out.
 * @throws for a column that the kind has no cell for, which is a bug
 */
export function rowMaker<Facts>(
  columns: readonly Column[],
  cells: Cells<Facts>,
  currencyOf: (facts: Facts) => string | null,
): (facts: Facts) => ReportRow {
  const chosen = columns.map(({ key }) => {
    const cell = cells[key]
    if (cell === undefined) throw new TypeError(`No cell for the column ${key}.`)
    return cell
  })
  return (facts) => {
    const values: Value[] = []
    for (const cell of chosen) values.push(cell(facts))
    return { currency: currencyOf(facts), values }
  }
}
