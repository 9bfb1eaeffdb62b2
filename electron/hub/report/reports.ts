import type { ReportSpec } from '../../../shared/domain/report/spec.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { type Instant, SECOND } from '../../../shared/time/instant.ts'
import type { Chore } from '../energy.ts'
import type { Store } from '../store/store.ts'
import type { ExportGrants } from './grants.ts'
import { type ReportJobs, reportJobs } from './jobs.ts'
import { type Listening, type ReportReader, reportReader } from './reader.ts'
import type { FileSpec, Tasks, Written } from './task.ts'
import { writeDue, writeSchedule } from './write-due.ts'

/** What desks and scripts may ask of reports. */
export interface Reports {
  readonly jobs: ReportJobs
  readonly grants: ExportGrants
  page(
    asked: Omit<Tasks['page']['asked'], 'now'>,
    signal?: AbortSignal,
  ): Promise<Tasks['page']['answer']>
  sums(spec: ReportSpec, signal?: AbortSignal): Promise<Tasks['sums']['answer']>
  day(date: string): Promise<Tasks['day']['answer']>
  /** Hands over a file's bytes piece by piece. */
  stream(spec: FileSpec, listening: Listening): Promise<Written>
  /** Writes what a schedule has not written of periods that have ended. */
  runSchedule(id: Id): Promise<void>
  readonly chores: readonly Chore[]
  close(): Promise<void>
}

/** Opens the reports of a site. Nothing is read before somebody asks. @param file the site's database */
export function openReports({
  store,
  clock,
  file,
  grants,
}: {
  readonly store: Store
  readonly clock: () => Instant
  readonly file: string
  readonly grants: ExportGrants
}): Reports {
  const reader: ReportReader = reportReader(file)
  const due = { store, reader, clock }
  /** Files of schedules are written one after the other, or one might be written twice at once. */
  let turn: Promise<void> = Promise.resolve()
  const inTurn = (write: () => Promise<void>): Promise<void> => {
    const mine = turn.then(write)
    turn = mine.catch(() => undefined)
    return mine
  }
  return {
    grants,
    jobs: reportJobs(reader, clock),
    page: (asked, signal) => reader.ask('page', { ...asked, now: clock() }, { signal }),
    sums: (spec, signal) => reader.ask('sums', { spec, now: clock() }, { signal }),
    day: (date) => reader.ask('day', { date, now: clock() }),
    stream: (spec, listening) => reader.ask('stream', { spec, now: clock() }, listening),
    runSchedule: (id) => inTurn(() => writeSchedule(due, id, true)),
    chores: [{ everyMs: 30 * SECOND, run: () => inTurn(() => writeDue(due)) }],
    close: () => reader.close(),
  }
}
