import { implement } from '@orpc/server'
import { reportContract } from '../../../shared/contract/report.ts'
import { cellWriter } from '../../../shared/domain/report/cell.ts'
import type { ReportRow } from '../../../shared/domain/report/column.ts'
import { columnsOf } from '../../../shared/domain/report/columns.ts'
import type { ReportJob } from '../../../shared/domain/report/job.ts'
import { stretchOf, unitAt } from '../../../shared/domain/report/period.ts'
import { reportKind } from '../../../shared/domain/report/report-kind.ts'
import type { ReportSchedule } from '../../../shared/domain/report/schedule.ts'
import { chosenColumns, filtersOf } from '../../../shared/domain/report/spec.ts'
import type { ReportSpec } from '../../../shared/domain/report/spec.ts'
import { totals } from '../../../shared/domain/report/totals.ts'
import { fakeDay } from './fake-day.ts'
import { countOf, valueOf } from './fake-report-rows.ts'
import { type FakeStore, newId } from './fake-store.ts'

const on = implement(reportContract)

/** Reports in memory: rows that are made up as they are asked for, and files that nobody gets to see. */
export function fakeReports(store: FakeStore) {
  const jobs = new Map<string, ReportJob>()
  const zone = () => store.rows.site[0]?.timeZone ?? 'UTC'

  const openOf = (spec: ReportSpec) => {
    const timeZone = zone()
    const stretch = stretchOf(spec.period, { timeZone, now: Date.now() })
    const columns = chosenColumns(spec)
    const rowAt = (row: number): ReportRow => ({
      currency: 'SEK',
      values: columns.map((column) => valueOf(column, row, stretch.fromAt)),
    })
    const rows = countOf(spec.kind, stretch.fromAt, Math.min(stretch.untilAt, Date.now()))
    return { stretch, columns, rowAt, rows, writer: cellWriter(columns, spec.dialect, timeZone) }
  }
  const jobOf = (id: string) => {
    const job = jobs.get(id)
    if (job === undefined) throw new Error('no such job')
    return job
  }
  const change = (id: string, changes: Partial<ReportJob>) => {
    const job = { ...jobOf(id), ...changes }
    jobs.set(id, job)
    return job
  }
  const scheduleOf = (id: string) => {
    const row = store.rows.reportSchedule.find((known) => known.id === id)
    if (row === undefined) throw new Error('no such schedule')
    return row
  }

  return on.router({
    kinds: on.kinds.handler(() => ({
      rows: reportKind.options.map((kind) => ({
        kind,
        columns: [...columnsOf(kind)],
        filters: [...filtersOf[kind]],
      })),
    })),
    preview: on.preview.handler(async ({ input: { spec, after, limit } }) => {
      const { stretch, rowAt, rows, writer } = openOf(spec)
      const from = Number(after ?? 0)
      const until = Math.min(rows, from + limit)
      await new Promise((resolve) => setTimeout(resolve, 60))
      return {
        stretch,
        header: [...writer.header],
        columns: [...writer.columns],
        rows: Array.from({ length: until - from }, (_, at) => writer.textsOf(rowAt(from + at))),
        next: until < rows ? String(until) : null,
      }
    }),
    sums: on.sums.handler(({ input: { spec } }) => {
      const { columns, rowAt, rows, writer } = openOf(spec)
      const sums = totals(columns)
      for (let row = 0; row < rows; row += 1) sums.add(rowAt(row))
      return { rows, totals: sums.rows().map((row) => writer.totalTexts(row)) }
    }),
    export: on.export.handler(({ input: { spec, ticket } }) => {
      const { rows } = openOf(spec)
      const job: ReportJob = {
        ...{ id: newId(), kind: spec.kind, fileName: ticket.replace(/^ticket for /, '') },
        ...{ state: 'running', rows: 0, ofRows: rows, bytes: 0, failure: null, detail: '' },
        ...{ startedBy: 'desk', startedAt: Date.now(), endedAt: null },
      }
      jobs.set(job.id, job)
      return job
    }),
    jobs: on.jobs.handler(() => ({ rows: [...jobs.values()] })),
    job: on.job.handler(({ input }) => jobOf(input.id)),
    follow: on.follow.handler(async function* ({ input: { id } }) {
      while (jobOf(id).state === 'running') {
        yield jobOf(id)
        await new Promise((resolve) => setTimeout(resolve, 200))
        const { state, rows, ofRows } = jobOf(id)
        if (state !== 'running') break
        const next = Math.min(ofRows ?? 0, rows + Math.ceil((ofRows ?? 0) / 40))
        change(id, { rows: next, bytes: next * 300 })
        if (next === ofRows) change(id, { state: 'done', endedAt: Date.now() })
      }
      yield jobOf(id)
    }),
    cancel: on.cancel.handler(({ input }) =>
      change(input.id, { state: 'cancelled', endedAt: Date.now() }),
    ),
    day: on.day.handler(({ input: { date } }) => fakeDay(date, zone(), store)),
    presets: on.presets.handler(() => ({ rows: [...store.rows.reportPreset] })),
    savePreset: on.savePreset.handler(({ input: { id = newId(), name, spec } }) => {
      const [createdAt, updatedAt] = [Date.now(), Date.now()]
      return store.put('reportPreset', { id, name, spec, createdAt, updatedAt })
    }),
    removePreset: on.removePreset.handler(({ input: { id } }) => {
      store.remove('reportPreset', id)
      return { id }
    }),
    schedules: on.schedules.handler(() => ({ rows: [...store.rows.reportSchedule] })),
    saveSchedule: on.saveSchedule.handler(({ input }) => {
      const { id = newId(), ticket, folder: named, since, ...said } = input
      const before = store.rows.reportSchedule.find((known) => known.id === id)
      const at = since === undefined ? Date.now() : Date.parse(`${since}T12:00:00Z`)
      const row: ReportSchedule = {
        ...(before ?? { lastFile: null, failedAt: null, pausedAt: null, createdAt: Date.now() }),
        ...{ lastDoneUntil: before?.lastDoneUntil ?? unitAt(at, input.every, zone()).fromAt },
        ...{ ...said, id, lastError: null, lastFailure: null, updatedAt: Date.now() },
        folder: ticket?.replace(/^ticket for /, '') ?? named ?? before?.folder ?? '/tmp',
      }
      return store.put('reportSchedule', row)
    }),
    pauseSchedule: on.pauseSchedule.handler(({ input: { id, paused } }) =>
      store.put('reportSchedule', { ...scheduleOf(id), pausedAt: paused ? Date.now() : null }),
    ),
    runSchedule: on.runSchedule.handler(({ input: { id } }) =>
      store.put('reportSchedule', {
        ...scheduleOf(id),
        ...{
          lastFile: 'Debitering 2026-11-26.csv',
          lastError: null,
          lastFailure: null,
          failedAt: null,
        },
        lastDoneUntil: unitAt(Date.now(), scheduleOf(id).every, zone()).fromAt,
      }),
    ),
    removeSchedule: on.removeSchedule.handler(({ input: { id } }) => {
      store.remove('reportSchedule', id)
      return { id }
    }),
    terms: on.terms.handler(() => ({ id: 'reportTerms' as const, co2GPerKwh: 29, updatedAt: 0 })),
    saveTerms: on.saveTerms.handler(({ input }) => ({
      id: 'reportTerms' as const,
      ...input,
      updatedAt: Date.now(),
    })),
  })
}
