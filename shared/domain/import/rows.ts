import type { Fields, ValuesOf } from './field.ts'
import { ROWS_A_TURN, type Turns } from './in-turns.ts'
import type { Known } from './known.ts'
import type { ColumnMapping } from './mapping.ts'
import { type ReadRow, rowReader } from './row.ts'
import type { Table } from './table.ts'

/** A row that was read, what people call it, and by what it is known again. */
export interface KeyedRow<F extends Fields> extends ReadRow<F> {
  readonly subject: string
  /** Null when so much is wrong that there is none. */
  readonly key: string | null
}

/** How rows of a kind are known again. */
export interface RowKey<F extends Fields> {
  /** The field that is told when two rows have the same key. */
  readonly field: string & keyof F
  keyOf(values: ValuesOf<F>): string | null
  subjectOf(texts: Readonly<Record<string, string>>): string
}

/** Reads all rows of a table; the second with the same key is a duplicate, and names the first. */
export function* readRows<F extends Fields>(
  fields: F,
  { field, keyOf, subjectOf }: RowKey<F>,
  table: Table,
  mapping: ColumnMapping,
  known: Known,
): Turns<KeyedRow<F>[]> {
  const read = rowReader(fields, mapping, table)
  const lines = new Map<string, number>()
  const rows: KeyedRow<F>[] = []
  for (const row of table.rows) {
    const one = read(row, known)
    const subject = subjectOf(one.texts)
    const key = keyOf(one.values)
    const otherLine = key === null ? undefined : lines.get(key)
    if (otherLine !== undefined)
      one.problems.push({ code: 'duplicate', field, value: subject, otherLine })
    else if (key !== null) lines.set(key, one.line)
    rows.push({ ...one, subject, key })
    if (rows.length % ROWS_A_TURN === 0) yield
  }
  return rows
}
