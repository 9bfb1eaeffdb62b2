import { csvText, harmless } from './csv-text.ts'
import type { Table } from './table.ts'

/** What stands beside each refused row. */
export interface RefusedLine {
  readonly line: number
  readonly reason: string
}

/**
 * The refused rows of a file with all their columns, the line they stand on and why, to be put right and brought in
 * again. No cell is taken for a formula by a spreadsheet.
 * @param headings of the two columns that are added
 */
export function refusedText(
  { header, rows, delimiter }: Table,
  refused: readonly RefusedLine[],
  headings: { readonly line: string; readonly reason: string },
): string {
  const byLine = new Map(rows.map((row) => [row.line, row]))
  const cellsOf = ({ line }: RefusedLine) => byLine.get(line)?.cells ?? []
  const width = refused.reduce((most, row) => Math.max(most, cellsOf(row).length), header.length)
  const padded = (cells: readonly string[]) =>
    Array.from({ length: width }, (_, index) => harmless(cells[index] ?? ''))
  const harmlessRows = [
    [...padded(header), headings.line, headings.reason],
    ...refused.map((row) => [...padded(cellsOf(row)), String(row.line), harmless(row.reason)]),
  ]
  return `\ufeff${csvText(harmlessRows, delimiter)}`
}
