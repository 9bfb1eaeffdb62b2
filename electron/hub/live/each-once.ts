import { decodeRow, type Rows, type Table } from '../store/tables.ts'

/** The rows that several questions brought, each once; of two the later told. */
export function eachOnce<T extends Table>(table: T, ...answers: { id: string }[][]): Rows[T][] {
  const byId = new Map(answers.flat().map((row) => [row.id, row]))
  return [...byId.values()].map((row) => decodeRow(table, row))
}
