import { reportRows } from '../../../electron/hub/report/read/report-rows.ts'
import type { Sqlite } from '../../../electron/hub/store/sqlite.ts'
import type { ReportSpec } from '../../../shared/domain/report/spec.ts'

/** What stands as JSON in the rows of the billing report. */
const decoded = ['lines', 'periods']

/**
 * Reads the very rows that a report reads, by the same statements, as the store hands them to anybody: an object a row,
 * what is JSON decoded. Nothing is done with them. What is asked is found out beforehand.
 * @returns ms of the processor
 */
export function readBare(sqlite: Sqlite, spec: ReportSpec, slice: number): number {
  const asked: Parameters<Sqlite['all']>[] = []
  const watched: Sqlite = {
    ...sqlite,
    all(...question) {
      asked.push(question)
      return sqlite.all(...question)
    },
    arrays(...question) {
      asked.push(question)
      return sqlite.arrays(...question)
    },
  }
  const report = reportRows(watched, spec, Date.now())
  for (const { isLast } of report.slices(undefined, slice)) if (isLast) break
  const began = processorMs()
  for (const question of asked)
    for (const row of sqlite.all(...question))
      for (const column of decoded) {
        const value = row[column]
        if (typeof value === 'string') row[column] = JSON.parse(value)
      }
  return processorMs() - began
}

/** What this process has had of the processor by now, all its threads together, ms. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
