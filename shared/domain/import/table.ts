import { z } from 'zod'
import { csvRecords } from './csv-records.ts'
import { guessDelimiter } from './delimiter.ts'
import { MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS } from './kind.ts'
import type { Turns } from './in-turns.ts'

/** One row of a file: the line it begins on, and its cells without the spaces around them. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** A CSV file as a table: the first line names the columns. */
export interface Table {
  readonly delimiter: string
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
}

/** Why a file can't be read as a table at all. */
export const fileFault = z.discriminatedUnion('code', [
  z.object({ code: z.literal('empty') }).describe('Nothing but a header, or not even that'),
  z.object({ code: z.literal('tooManyRows'), rows: z.int(), most: z.int() }),
  z.object({ code: z.literal('tooLarge'), most: z.int().describe('Characters') }),
  z.object({ code: z.literal('tooManyColumns'), columns: z.int(), most: z.int() }),
  z.object({ code: z.literal('badQuote'), line: z.int() }).describe('A quote where none may be'),
  z
    .object({
      code: z.literal('unmapped'),
      fields: z.array(z.string()),
      header: z.array(z.string()),
      sample: z.array(z.string()).describe('The cells of the first row'),
      mapping: z.record(z.string(), z.string()),
    })
    .describe('No column holds what every row must have'),
])
export type FileFault = z.infer<typeof fileFault>

/**
 * Reads a CSV text. Lines whose cells are all empty, as spreadsheets leave them at the end, are left out.
 * @param delimiter guessed from the header when not given
 */
export function* readTable(text: string, delimiter?: string): Turns<Table | FileFault> {
  if (text.length > MOST_CHARACTERS) return { code: 'tooLarge', most: MOST_CHARACTERS }
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text
  const between = delimiter ?? guessDelimiter(bare)
  const records = yield* csvRecords(bare, between)
  if (!Array.isArray(records)) return records
  const trimmed = records
    .map(({ line, cells }) => ({ line, cells: cells.map(plainCell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [head, ...rows] = trimmed
  if (head === undefined || rows.length === 0) return { code: 'empty' }
  if (rows.length > MOST_ROWS) return { code: 'tooManyRows', rows: rows.length, most: MOST_ROWS }
  const columns = head.cells.length
  if (columns > MOST_COLUMNS) return { code: 'tooManyColumns', columns, most: MOST_COLUMNS }
  return { delimiter: between, header: head.cells, rows }
}

/** A cell without the spaces around it, and without the apostrophe that keeps spreadsheets from reckoning with it. */
function plainCell(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@])/, '')
}

/** Whether what was read is a table. */
export function isTable(read: Table | FileFault): read is Table {
  return 'rows' in read && 'header' in read
}
