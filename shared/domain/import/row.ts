import type { Fields, ValuesOf } from './field.ts'
import type { Known } from './known.ts'
import { type ColumnMapping, unitOf } from './mapping.ts'
import type { Unit } from './number.ts'
import type { RowNote, RowProblem } from './problem.ts'
import type { Table, TableRow } from './table.ts'

/** A row with its cells read, as far as they could be. */
export interface ReadRow<F extends Fields> {
  readonly line: number
  /** The cells as they stand in the file, by field. */
  readonly texts: Readonly<Record<string, string>>
  readonly values: ValuesOf<F>
  readonly problems: RowProblem[]
  readonly notes: RowNote[]
}

/** Gives what reads one row after the other: which column is whose is looked up once. */
export function rowReader<F extends Fields>(
  fields: F,
  mapping: ColumnMapping,
  { header }: Table,
): (row: TableRow, known: Known) => ReadRow<F> {
  const columns = Object.entries(fields).flatMap(([name, field]) => {
    const heading = mapping[name]
    const index = heading === undefined ? -1 : header.indexOf(heading)
    if (index < 0) return []
    const unit: Unit | null = unitOf(header[index] ?? '')
    return [{ name, field, index, unit }]
  })
  return ({ line, cells }, known) => {
    const values: Record<string, unknown> = {}
    const texts: Record<string, string> = {}
    const problems: RowProblem[] = []
    const notes: RowNote[] = []
    if (cells.slice(header.length).some((cell) => cell !== ''))
      problems.push({ code: 'tooManyCells', cells: cells.length, columns: header.length })
    for (const { name, field, index, unit } of columns) {
      const text = cells[index] ?? ''
      texts[name] = text
      if (text === '') {
        if (field.required) problems.push({ code: 'missing', field: name })
        continue
      }
      const read = field.read({ text, field: name, unit, known })
      if ('problem' in read) problems.push(read.problem)
      else {
        values[name] = read.value
        if (read.note) notes.push(read.note)
      }
    }
    // Each value is what the field of that name has read, which TypeScript can't follow through the loop.
    return { line, texts, values: values as ValuesOf<F>, problems, notes }
  }
}
