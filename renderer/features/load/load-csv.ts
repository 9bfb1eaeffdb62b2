import { csvText, harmless } from '../../../shared/domain/import/csv-text.ts'
import type { LoadCurve, LoadMark } from '../../../shared/domain/load/load.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Language } from '../../i18n/locale.ts'
import { localTimeOf } from '../../ui/input/local-time.ts'
import type { Measure } from './step-values.ts'

/** What a table of the load is called in the reader's language. */
export interface CsvWords {
  readonly from: string
  readonly until: string
  readonly known: string
  readonly marks: string
  /** The head of a line's column, with its unit. */
  readonly column: (key: string) => string
  readonly mark: (mark: LoadMark) => string
}

const dialects: Record<Language, { delimiter: string; decimal: string }> = {
  en: { delimiter: ',', decimal: '.' },
  sv: { delimiter: ';', decimal: ',' },
}

/**
 * A curve as the spreadsheets of a language read CSV: a row a step, a column a line, every line even where the chart
 * shows the small ones together. Times are the site's own, with their distance from UTC, since one hour comes twice a
 * year. Energy is written to the Wh, so that a column adds up to the registers.
 */
export function loadCsv(
  { startsAt, endsAt, lines, marks }: LoadCurve,
  measure: Measure,
  words: CsvWords,
  { language, timeZone }: { language: Language; timeZone: string },
): string {
  const { delimiter, decimal } = dialects[language]
  const number = (value: number | null | undefined, decimals: number) =>
    value === null || value === undefined ? '' : value.toFixed(decimals).replace('.', decimal)
  const cellOf = (line: LoadCurve['lines'][number], step: number) =>
    measure === 'current'
      ? number(tenth(line.meanDa?.[step]), 1)
      : number(kilo(line.energyWh[step]), 3)
  const time = (at: Instant) => timeCell(at, timeZone)
  const header = [
    words.from,
    words.until,
    ...lines.map(({ key }) => words.column(key)),
    words.known,
    words.marks,
  ]
  const rows = startsAt.map((from, step) => {
    const until = startsAt[step + 1] ?? endsAt
    const here = marks.filter((mark) => mark.from < until && mark.until > from)
    const known = lines.map(({ knownPct }) => knownPct[step] ?? 0)
    return [
      time(from),
      time(until),
      ...lines.map((line) => cellOf(line, step)),
      String(Math.round(known.reduce((sum, pct) => sum + pct, 0) / Math.max(1, known.length))),
      [...new Set(here.map(({ mark }) => words.mark(mark)))].join(' + '),
    ]
  })
  return `\ufeff${csvText([header.map(harmless), ...rows], delimiter)}`
}

/** 2026-03-02 18:00 +01:00 */
function timeCell(at: Instant, timeZone: string): string {
  const { offset } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  return `${localTimeOf(at, timeZone).replace('T', ' ')} ${offset}`
}

function kilo(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : value / 1_000
}

function tenth(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : value / 10
}

/** The name a file is saved under, in letters every file system takes: load-Norra_depan-2026-03-02.csv */
export function loadFileName(
  word: string,
  what: string,
  from: Instant,
  timeZone: string,
  extension: 'csv' | 'png',
): string {
  const name = what.replaceAll(/[^\p{L}\p{N}_-]+/gu, '_').slice(0, 60)
  return `${word}-${name}-${localTimeOf(from, timeZone).slice(0, 10)}.${extension}`
}
