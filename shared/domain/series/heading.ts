import { readNumber } from '../import/number.ts'
import { type SeriesFileKind, type SeriesUnit, seriesUnit, unitWhereUntold } from './unit.ts'
import { readClockCell, readWrittenTime } from './wall-time.ts'

/** Where in a line what stands, by place from 0. */
export interface SeriesColumns {
  readonly time: number
  /** The time of day, where it has a column of its own. */
  readonly clock: number | null
  /** When the step ends, where that is told. */
  readonly end: number | null
  readonly value: number
  readonly unit: SeriesUnit
  /** Whether the first line is one of headings. */
  readonly hasHeader: boolean
}

const ends = words('end ends until till to slut sluttid stop')
const days = words('date datum day dag')
const clocks = words('time tid timme hour klockslag kl')
const times = words('start starts starttid from från fran time tid tidpunkt timestamp datetime mtu')
const values = words(
  'load power effekt last baslast energy energi förbrukning consumption usage price pris spotpris spot value värde mätvärde',
)

/** Finds the columns of a file by the words of its first line, English or Swedish, or by what stands in it. */
export function columnsOf(
  kind: SeriesFileKind,
  first: readonly string[],
  currency: string,
): SeriesColumns {
  if (readWrittenTime(first[0] ?? '') !== null) return columnsWithoutHeader(kind, first, currency)
  const spoken = first.map((heading) => wordsOf(heading))
  const units = first.map((heading) => seriesUnit(kind, heading, currency))
  const says = (among: ReadonlySet<string>, except: readonly number[]) =>
    spoken.findIndex((said, at) => !except.includes(at) && said.some((word) => among.has(word)))
  const withUnit = units.findIndex((unit) => unit !== null)
  const named = withUnit >= 0 ? withUnit : says(values, [])
  const value = named >= 0 ? named : first.length - 1
  const end = says(ends, [value])
  const day = says(days, [value, end])
  const clock = day < 0 ? -1 : says(clocks, [value, end, day])
  const time = day >= 0 ? day : says(times, [value, end])
  return {
    time: Math.max(0, time),
    clock: clock < 0 ? null : clock,
    // Beside a day of its own the end is but a time of day, and the next line tells as much.
    end: end < 0 || clock >= 0 ? null : end,
    value,
    unit: units[value] ?? unitWhereUntold(kind, currency),
    hasHeader: true,
  }
}

function columnsWithoutHeader(
  kind: SeriesFileKind,
  first: readonly string[],
  currency: string,
): SeriesColumns {
  const second = first.length > 2 ? (first[1] ?? '') : ''
  const isEnd = readWrittenTime(second) !== null
  const isClock =
    !isEnd && readClockCell(second) !== null && readNumber(first[2] ?? '') !== undefined
  return {
    time: 0,
    clock: isClock ? 1 : null,
    end: isEnd ? 1 : null,
    value: isEnd || isClock ? 2 : 1,
    unit: unitWhereUntold(kind, currency),
    hasHeader: false,
  }
}

function wordsOf(heading: string): string[] {
  return heading.toLowerCase().split(/[^\p{L}]+/u)
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
