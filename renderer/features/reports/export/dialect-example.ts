import { cellWriter } from '../../../../shared/domain/report/cell.ts'
import { columnsOf } from '../../../../shared/domain/report/columns.ts'
import type { HeadedColumn, ReportDialect } from '../../../../shared/domain/report/spec.ts'

/** What an example shows: a time, energy and money are what dialects differ in. */
const shown: readonly [key: string, value: number][] = [
  ['started_at', Date.parse('2026-03-02T17:05:09Z')],
  ['energy_kwh', 18_204],
  ['gross', 12_050],
]

/** A few cells of a file as that dialect writes them, separated as in the file. */
export function dialectExample(dialect: ReportDialect, timeZone: string): string {
  const columns = shown.flatMap(([key]): HeadedColumn[] => {
    const column = columnsOf('billing').find((one) => one.key === key)
    return column === undefined ? [] : [{ ...column, name: key }]
  })
  const writer = cellWriter(columns, dialect, timeZone)
  const row = { currency: 'SEK', values: shown.map(([, value]) => value) }
  return writer.textsOf(row).join(dialect === 'excel-sv' ? ';' : ',')
}
