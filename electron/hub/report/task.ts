import type { Instant } from '../../../shared/time/instant.ts'
import type { DayFigures } from '../../../shared/domain/report/day-figures.ts'
import type { ExportFailure } from '../../../shared/domain/report/job.ts'
import type { ReportSpec } from '../../../shared/domain/report/spec.ts'
import type { BookFileSpec } from '../accounting/write-books.ts'
import type { ReportPage } from '../../../shared/contract/report.ts'

// What passes between the hub and the thread that reads reports.

/** A report, or a file for other books. */
export type FileSpec = ReportSpec | BookFileSpec

/** What the thread may be asked, and what it answers. `now` is the hub's clock. */
export interface Tasks {
  page: {
    asked: { spec: ReportSpec; now: Instant; after: string | undefined; limit: number }
    answer: ReportPage
  }
  sums: { asked: { spec: ReportSpec; now: Instant }; answer: { rows: number; totals: string[][] } }
  /** Writes a file at that place, all of it or nothing. */
  file: { asked: { spec: FileSpec; now: Instant; path: string }; answer: Written }
  /** Hands over the same bytes piece by piece; the next when it is told that there is room for it. */
  stream: { asked: { spec: FileSpec; now: Instant }; answer: Written }
  day: { asked: { date: string; now: Instant }; answer: DayFigures }
}
export type Task = keyof Tasks

/** What a report came to. */
export interface Written {
  readonly rows: number
  readonly bytes: number
}

/** How far a task is. */
export interface Progress extends Written {
  readonly ofRows: number | null
}

export type ToThread =
  | { [T in Task]: { id: number; task: T; asked: Tasks[T]['asked'] } }[Task]
  | { readonly id: number; readonly task: 'cancel' }
  | { readonly id: number; readonly task: 'more' }

export type FromThread = { readonly id: number } & (
  | { readonly is: 'progress'; readonly progress: Progress }
  | { readonly is: 'bytes'; readonly bytes: Uint8Array }
  | { readonly is: 'answer'; readonly answer: Tasks[Task]['answer'] }
  | { readonly is: 'failed'; readonly failure: ExportFailure; readonly detail: string }
  | { readonly is: 'cancelled' }
)
