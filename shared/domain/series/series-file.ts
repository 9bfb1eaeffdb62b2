import { z } from 'zod'
import type { Instant } from '../../time/instant.ts'
import { csvRecords } from '../import/csv-records.ts'
import { guessDelimiter } from '../import/delimiter.ts'
import type { Turns } from '../import/in-turns.ts'
import { readNumber } from '../import/number.ts'
import { energyPrice } from '../site/price-signal.ts'
import type { SeriesStep } from '../site/series.ts'
import { columnsOf, type SeriesColumns } from './heading.ts'
import { lengthsOf } from './lengths.ts'
import type { SeriesFileKind } from './unit.ts'
import { readClockCell, readWrittenTime, wallReader, type WrittenTime } from './wall-time.ts'

/**
 * Why a line can't be taken in: its time or value can't be read, something is missing, it doesn't come after the line
 * before, the clocks skip its time, or its money is another currency's.
 */
export const lineFault = z.enum([
  'time',
  'value',
  'columns',
  'outOfOrder',
  'gapInClock',
  'currency',
])
export type LineFault = z.infer<typeof lineFault>

/** A line that was refused, as it stands in the file. */
export const refusedLine = z.object({ line: z.int(), text: z.string(), reason: lineFault })
export type RefusedLine = z.infer<typeof refusedLine>

/** A file that was read. */
export interface SeriesFile {
  /** In order, without overlaps. */
  readonly steps: readonly SeriesStep[]
  readonly refused: readonly RefusedLine[]
  /** In what the values were taken to be. */
  readonly unit: { readonly label: string; readonly told: boolean }
}

/** What a file can't tell by itself. */
export interface SeriesFileSite {
  readonly timeZone: string
  readonly currency: string
}

const LINES_A_TURN = 2_000
const TEXT_TOLD = 200

const loadW = z.int().min(-100_000_000).max(100_000_000)

interface ReadLine {
  readonly line: number
  readonly cells: readonly string[]
  readonly at: Instant
  readonly endsAt: Instant | null
  readonly written: number
}

/**
 * Reads a CSV file of the building's load or of prices: a column that tells when and one that tells how much, a third
 * for the end of each step or for the time of day where there is one, newest first or last. Times without an offset are
 * by the site's clock; of an hour that comes twice the first is summer time.
 */
export function* readSeriesFile(
  kind: SeriesFileKind,
  text: string,
  { timeZone, currency }: SeriesFileSite,
): Turns<SeriesFile> {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text
  const delimiter = guessDelimiter(bare)
  const records = yield* csvRecords(bare, delimiter)
  const refused: RefusedLine[] = []
  const refuse = (line: number, cells: readonly string[], reason: LineFault): void => {
    refused.push({ line, text: cells.join(delimiter).slice(0, TEXT_TOLD), reason })
  }
  if (!Array.isArray(records)) {
    refuse(records.line, [], 'columns')
    return { steps: [], refused, unit: { label: '', told: false } }
  }
  const filled = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const [first] = filled
  const columns = columnsOf(kind, first?.cells ?? [], currency)
  const unit = { label: columns.unit.label, told: columns.unit.told }
  if (first !== undefined && !columns.unit.fits) {
    refuse(first.line, first.cells, 'currency')
    return { steps: [], refused, unit }
  }
  const rows = columns.hasHeader ? filled.slice(1) : filled
  const instantsAt = wallReader(timeZone)
  const lines: ReadLine[] = []
  for (const [index, { line, cells }] of oldestFirst(rows, columns).entries()) {
    const read = readLine(cells, columns, instantsAt, lines.at(-1)?.at ?? -Infinity)
    if (typeof read === 'string') refuse(line, cells, read)
    else lines.push({ line, cells, ...read })
    if (index % LINES_A_TURN === LINES_A_TURN - 1) yield
  }
  const steps = stepsOf(kind, lines, columns, refuse)
  return { steps, refused: refused.toSorted((one, other) => one.line - other.line), unit }
}

function stepsOf(
  kind: SeriesFileKind,
  lines: readonly ReadLine[],
  columns: SeriesColumns,
  refuse: (line: number, cells: readonly string[], reason: LineFault) => void,
): SeriesStep[] {
  const bounds = kind === 'base' ? loadW : energyPrice
  const lengths = lengthsOf(lines.map(({ at }) => at))
  const steps: SeriesStep[] = []
  for (const [index, { line, cells, at, endsAt, written }] of lines.entries()) {
    const lengthMs = endsAt === null ? (lengths[index] ?? 0) : endsAt - at
    const value = Math.round(columns.unit.toValue(written, lengthMs))
    const last = steps.at(-1)
    if (last !== undefined && last.endsAt > at) refuse(line, cells, 'outOfOrder')
    else if (bounds.safeParse(value).success)
      steps.push({ startsAt: at, endsAt: at + lengthMs, value })
    else refuse(line, cells, 'value')
  }
  return steps
}

function readLine(
  cells: readonly string[],
  columns: SeriesColumns,
  instantsAt: (shownMs: number) => Instant[],
  after: Instant,
): Pick<ReadLine, 'at' | 'endsAt' | 'written'> | LineFault {
  const valueText = cells[columns.value]?.trim() ?? ''
  if (valueText === '' || cells.length <= columns.time) return 'columns'
  const time = timeOf(cells, columns)
  if (time === null) return 'time'
  const at = firstAfter(time, instantsAt, after)
  if (typeof at === 'string') return at
  let endsAt: Instant | null = null
  if (columns.end !== null) {
    const endTime = readWrittenTime(cells[columns.end] ?? '')
    if (endTime === null) return 'time'
    const end = firstAfter(endTime, instantsAt, at)
    if (typeof end === 'string') return end === 'outOfOrder' ? 'time' : end
    endsAt = end
  }
  const written = readNumber(valueText)
  return written === undefined ? 'value' : { at, endsAt, written }
}

function timeOf(cells: readonly string[], { time, clock }: SeriesColumns): WrittenTime | null {
  const day = readWrittenTime(cells[time] ?? '')
  if (clock === null || day?.kind !== 'wall') return day
  const clockMs = readClockCell(cells[clock] ?? '')
  return clockMs === null ? null : { kind: 'wall', shownMs: day.shownMs + clockMs }
}

/** Of an hour that comes twice the second is meant once the first is over. */
function firstAfter(
  time: WrittenTime,
  instantsAt: (shownMs: number) => Instant[],
  after: Instant,
): Instant | LineFault {
  const instants = time.kind === 'exact' ? [time.at] : instantsAt(time.shownMs)
  if (instants.length === 0) return 'gapInClock'
  return instants.find((at) => at > after) ?? 'outOfOrder'
}

/** Some meters write the newest line first. */
function oldestFirst<R extends { readonly cells: readonly string[] }>(
  rows: readonly R[],
  columns: SeriesColumns,
): readonly R[] {
  const shown = (row: R | undefined): number | null => {
    const time = row === undefined ? null : timeOf(row.cells, columns)
    if (time === null) return null
    return time.kind === 'exact' ? time.at : time.shownMs
  }
  const times = [shown(rows[0]), shown(rows.at(-1))]
  const [first = null, last = null] = times
  return first !== null && last !== null && first > last ? rows.toReversed() : rows
}
