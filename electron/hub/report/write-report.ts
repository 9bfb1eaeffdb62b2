import { setImmediate } from 'node:timers/promises'
import { type CellWriter, cellWriter } from '../../../shared/domain/report/cell.ts'
import type { ReportSpec } from '../../../shared/domain/report/spec.ts'
import { type Totals, totals } from '../../../shared/domain/report/totals.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Sqlite } from '../store/sqlite.ts'
import { lineWriter } from './line.ts'
import { type ReportRows, reportRows } from './read/report-rows.ts'
import type { Progress, Tasks, Written } from './task.ts'

/** Rows that are read at once: some milliseconds, after which others of the thread get their turn. */
const SLICE = 250
/** Text is handed on once it is as long, UTF-16 units. */
const PIECE = 128 * 1024

/** Somebody doesn't want it any more. */
export class Cancelled extends Error {
  override name = 'Cancelled'
}

/** A report with what it takes to write it. */
interface Ready {
  readonly rows: ReportRows
  readonly cells: CellWriter
  readonly sums: Totals
}

/** @param quoted as cells stand in a file's lines; left out where they are shown */
function readyFor(
  sqlite: Sqlite,
  spec: ReportSpec,
  now: Instant,
  quoted?: (cell: string) => string,
): Ready {
  const rows = reportRows(sqlite, spec, now)
  return {
    rows,
    cells: cellWriter(rows.columns, spec.dialect, rows.timeZone, quoted),
    sums: totals(rows.columns),
  }
}

/** Where a report goes. */
export interface Outlet {
  /** Takes the next bytes; what comes after waits for it. */
  take(bytes: Uint8Array): void | Promise<void>
  told(progress: Progress): void
  readonly signal: AbortSignal
}

/**
 * Writes a whole report: header, rows, and the totals where they are asked for. What is in memory doesn't grow with it.
 * @throws Cancelled when the signal says so
 */
export async function writeReport(
  sqlite: Sqlite,
  { spec, now }: { readonly spec: ReportSpec; readonly now: Instant },
  { take, told, signal }: Outlet,
): Promise<Written> {
  const lines = lineWriter(spec.dialect)
  const { rows, cells, sums } = readyFor(sqlite, spec, now, lines.quoted)
  const count = rows.count()
  /** Lines that wait to be handed on, and how long they are. */
  let waiting = [lines.mark + lines.lineOf(cells.header)]
  let [length, written, bytes, scanned] = [0, 0, 0, 0]
  const hand = async (): Promise<void> => {
    const piece = Buffer.from(waiting.join(''), 'utf8')
    waiting = []
    length = 0
    bytes += piece.length
    await take(piece)
  }
  for (const slice of rows.slices(undefined, SLICE)) {
    for (const row of slice.rows) {
      const line = lines.joined(cells.textsOf(row))
      waiting.push(line)
      length += line.length
      sums.add(row)
      if (length >= PIECE) await hand()
    }
    written += slice.rows.length
    scanned += slice.scanned
    told({ rows: written, ofRows: expected(written, scanned, count), bytes })
    await setImmediate()
    if (signal.aborted) throw new Cancelled()
  }
  if (spec.withTotals)
    for (const sum of sums.rows()) waiting.push(lines.lineOf(cells.totalTexts(sum)))
  await hand()
  if (signal.aborted) throw new Cancelled()
  return { rows: written, bytes }
}

/** How many rows there will be, as far as what was looked at so far tells it. */
function expected(written: number, scanned: number, count: number): number {
  if (scanned === 0) return count
  return Math.max(written, Math.round((written / scanned) * Math.max(count, scanned)))
}

/** A part of a report, as the very texts of the file. */
export async function pageOf(
  sqlite: Sqlite,
  { spec, now, after, limit }: Tasks['page']['asked'],
  signal: AbortSignal,
): Promise<Tasks['page']['answer']> {
  const { rows, cells } = readyFor(sqlite, spec, now)
  const told: string[][] = []
  let next: string | null = null
  for (const slice of rows.slices(after, Math.max(limit, 200))) {
    const taken = slice.rows.slice(0, limit - told.length)
    told.push(...taken.map((row) => cells.textsOf(row)))
    const isMore = taken.length < slice.rows.length || !slice.isLast
    if (told.length >= limit) {
      if (isMore && taken.length > 0) next = slice.cursorAt(taken.length - 1)
      break
    }
    await setImmediate()
    if (signal.aborted) throw new Cancelled()
  }
  const { stretch } = rows
  return {
    stretch,
    header: [...cells.header],
    columns: [...cells.columns],
    rows: told,
    next,
  }
}

/** How many rows a report has, and its totals as the file has them. */
export async function sumsOf(
  sqlite: Sqlite,
  { spec, now }: Tasks['sums']['asked'],
  signal: AbortSignal,
): Promise<Tasks['sums']['answer']> {
  const { rows, cells, sums } = readyFor(sqlite, spec, now)
  let written = 0
  for (const slice of rows.slices(undefined, SLICE)) {
    for (const row of slice.rows) sums.add(row)
    written += slice.rows.length
    await setImmediate()
    if (signal.aborted) throw new Cancelled()
  }
  return { rows: written, totals: sums.rows().map((sum) => cells.totalTexts(sum)) }
}
