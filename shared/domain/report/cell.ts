import { minorDigits } from '../money/currency.ts'
import type { ColumnKind, ReportRow, Value } from './column.ts'
import { inertText } from './guard.ts'
import { type LocalClock, localClock } from './local-clock.ts'
import type { HeadedColumn, ReportDialect } from './spec.ts'

/** How the cells of a file are written. */
export interface CellWriter {
  /** The columns of the file: those that were chosen, and those that the dialect adds to them. */
  readonly columns: readonly HeadedColumn[]
  readonly header: readonly string[]
  textsOf(row: ReportRow): string[]
  /** The same of a row of sums: of the columns that aren't summed the first says so, and `currency` which money it is. */
  totalTexts(sums: ReportRow): string[]
}

type WriteCell = (value: string | number, currency: string | null) => string

/**
 * Writes cells as a dialect has them: numbers never grouped, money with its currency's decimals. In `excel-sv` an
 * instant is what the clock on the wall showed, and its offset, such as `UTC+02:00`, stands in a column of its own.
 * @param quoted what a file does with words in which its separator stands; left out where cells are shown
 */
export function cellWriter(
  chosen: readonly HeadedColumn[],
  dialect: ReportDialect,
  timeZone: string,
  quoted?: (text: string) => string,
): CellWriter {
  const clock = localClock(timeZone)
  const isExcel = dialect === 'excel-sv'
  /** The place of the value in the row, and how it is written: one column after the other of the file. */
  const cells = chosen.flatMap(
    (column, at): { column: HeadedColumn; at: number; write: WriteCell }[] => {
      const cell = { column, at, write: writerOf(column.kind, { dialect, clock, quoted }) }
      if (!isExcel || column.kind !== 'instant') return [cell]
      const { key, name } = column
      const offset: HeadedColumn = {
        ...{ key: `${key}_offset`, name: `${name}_offset`, kind: 'code', isSummed: false },
      }
      const write: WriteCell = (value) => `UTC${clock.offset(Number(value))}`
      return [cell, { column: offset, at, write }]
    },
  )
  const columns = cells.map(({ column }) => column)
  const places = cells.map(({ at }) => at)
  const writes = cells.map(({ write }) => write)
  const labelAt = columns.findIndex(({ kind, isSummed }) => !isSummed && kind !== 'currency')
  const cellOf = (value: Value | undefined, write: WriteCell, currency: string | null): string =>
    value === null || value === undefined || value === '' ? '' : write(value, currency)
  return {
    columns,
    header: columns.map(({ name }) => inertText(name, dialect)),
    textsOf({ values, currency }) {
      // By number: a file has as many cells as fifty million.
      const texts: string[] = []
      for (let place = 0; place < writes.length; place += 1) {
        const value = values[places[place] ?? 0]
        const write = writes[place]
        texts.push(
          value === null || value === undefined || value === '' || write === undefined
            ? ''
            : write(value, currency),
        )
      }
      return texts
    },
    totalTexts: ({ values, currency }) =>
      cells.map(({ at, write, column }, place) => {
        if (place === labelAt) return isExcel ? 'Summa' : 'Total'
        if (column.kind === 'currency') return currency ?? ''
        return column.isSummed ? cellOf(values[at], write, currency) : ''
      }),
  }
}

interface Writing {
  readonly dialect: ReportDialect
  readonly clock: LocalClock
  readonly quoted: ((text: string) => string) | undefined
}

function writerOf(kind: ColumnKind, { dialect, clock, quoted }: Writing): WriteCell {
  const point = dialect === 'excel-sv' ? ',' : '.'
  switch (kind) {
    case 'text':
      return (value) => inertText(String(value), dialect, quoted)
    case 'code':
    case 'currency':
    case 'day':
      return String
    case 'integer':
    case 'duration':
      return (value) => String(Math.round(Number(value)))
    case 'money':
      return moneyWriter(point)
    case 'energy':
    case 'power':
      return (value) => decimalOf(Math.round(Number(value)), 3, point)
    case 'percent':
      return (value) => String(Math.round(Number(value) * 100) / 100).replace('.', point)
    case 'instant':
      return dialect === 'excel-sv'
        ? (value) => clock.wallTime(Number(value))
        : (value) => isoOf(clock, Number(value))
  }
}

/** ISO 8601 with the offset by which the clock went. */
function isoOf(clock: LocalClock, at: number): string {
  return `${clock.wallTime(at).replace(' ', 'T')}${clock.offset(at)}`
}

/** Rows of one currency follow each other, and many amounts are nothing. */
function moneyWriter(point: '.' | ','): WriteCell {
  let of: string | null = ''
  let digits = minorDigits('')
  let nothing = decimalOf(0, digits, point)
  return (value, currency) => {
    if (currency !== of) {
      of = currency
      digits = minorDigits(currency ?? '')
      nothing = decimalOf(0, digits, point)
    }
    return value === 0 ? nothing : decimalOf(Number(value), digits, point)
  }
}

/** A whole number of the smallest unit as a decimal: 1234 with two digits is 12.34. */
export function decimalOf(value: number, digits: 0 | 2 | 3, point: '.' | ','): string {
  if (digits === 0) return String(value)
  const size = digits === 2 ? 100 : 1_000
  const least = Math.abs(value)
  const rest = least % size
  const ends = digits === 2 ? hundredths : thousandths
  const text = `${(least - rest) / size}${point}${ends[rest] ?? ''}`
  return value < 0 ? `-${text}` : text
}

const padded = (digits: 2 | 3): readonly string[] =>
  Array.from({ length: 10 ** digits }, (_, rest) => String(rest).padStart(digits, '0'))
const hundredths = padded(2)
const thousandths = padded(3)
