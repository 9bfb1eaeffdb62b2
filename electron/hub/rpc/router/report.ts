import { basename, isAbsolute } from 'node:path'
import { implement } from '@orpc/server'
import { reportContract } from '../../../../shared/contract/report.ts'
import { columnsOf } from '../../../../shared/domain/report/columns.ts'
import { stretchOf } from '../../../../shared/domain/report/period.ts'
import { reportKind } from '../../../../shared/domain/report/report-kind.ts'
import { filtersOf } from '../../../../shared/domain/report/spec.ts'
import { removePreset, savePreset } from '../../report/presets.ts'
import type { Reports } from '../../report/reports.ts'
import { pauseSchedule, removeSchedule, saveSchedule } from '../../report/schedules.ts'
import { reportTermsOf, saveReportTerms } from '../../report/terms.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import type { Reads } from '../../store/reads.ts'
import { workOnce } from './once.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(reportContract).$context<Caller>().use(everyCall)

export function reportRouter(
  { store, clock }: Pick<RouterParts, 'store' | 'clock'>,
  reports: Reports,
) {
  const { jobs, grants } = reports
  const missing = (noun: string, id: string) => ({ data: { noun, id } })
  return {
    kinds: on.kinds.handler(() => ({
      rows: reportKind.options.map((kind) => ({
        kind,
        columns: [...columnsOf(kind)],
        filters: [...filtersOf[kind]],
      })),
    })),
    preview: on.preview.handler(({ input: { spec, after, limit }, signal }) =>
      reports.page({ spec, after, limit }, signal),
    ),
    sums: on.sums.handler(({ input, signal }) => reports.sums(input.spec, signal)),
    export: on.export.handler(async ({ input: { spec, ticket }, context: { actor }, errors }) => {
      if (!jobs.hasRoom()) throw errors.TOO_MANY_JOBS()
      const path = grants.use(ticket, 'file')
      if (path === null) throw errors.NO_SUCH_TICKET()
      const id = await store.work(actor, (tx) => {
        const nounId = tx.newId()
        const { kind, period, filter } = spec
        const after = { kind, period, filter, fileName: basename(path) }
        tx.journal({ act: 'report.export', noun: 'reportJob', nounId, after })
        return nounId
      })
      return jobs.begin({ id, spec, path, startedBy: actor })
    }),
    jobs: on.jobs.handler(() => ({ rows: jobs.list() })),
    job: on.job.handler(({ input: { id }, errors }) => {
      const job = jobs.get(id)
      if (job === undefined) throw errors.NOT_FOUND(missing('reportJob', id))
      return job
    }),
    follow: on.follow.handler(({ input: { id }, signal, errors }) => {
      if (jobs.get(id) === undefined) throw errors.NOT_FOUND(missing('reportJob', id))
      return jobs.follow(id, signal)
    }),
    cancel: on.cancel.handler(({ input: { id }, errors }) => {
      const job = jobs.cancel(id)
      if (job === undefined) throw errors.NOT_FOUND(missing('reportJob', id))
      return job
    }),
    day: on.day.handler(({ input }) => reports.day(input.date)),
    presets: on.presets.handler(async () => ({
      rows: await store.reads.find('reportPreset', {}),
    })),
    savePreset: on.savePreset.handler(({ input, context, errors }) =>
      workOnce(store, context, 'report.savePreset', input, (tx) => {
        const saved = savePreset(tx, input)
        if (saved === null) throw errors.NOT_FOUND(missing('reportPreset', input.id ?? ''))
        return saved
      }),
    ),
    removePreset: on.removePreset.handler(({ input, context, errors }) =>
      workOnce(store, context, 'report.removePreset', input, (tx) => {
        if (!removePreset(tx, input.id)) throw errors.NOT_FOUND(missing('reportPreset', input.id))
        return { id: input.id }
      }),
    ),
    schedules: on.schedules.handler(async () => ({
      rows: await store.reads.find('reportSchedule', {}),
    })),
    saveSchedule: on.saveSchedule.handler(async ({ input, context, errors }) => {
      const { ticket, folder, since, ...words } = input
      let place: string | null = null
      if (ticket !== undefined) {
        place = grants.use(ticket, 'folder')
        if (place === null) throw errors.NO_SUCH_TICKET()
      } else if (folder !== undefined) {
        // A window has no say in where is written: a person has, in the shell's dialog.
        if (context.session.machine !== 'api' || !isAbsolute(folder))
          throw errors.FOLDER_NOT_CHOSEN()
        place = folder
      }
      const begins = await firstInstant(store.reads, since, clock())
      return workOnce(store, context, 'report.saveSchedule', input, (tx) => {
        const saved = saveSchedule(tx, { ...words, folder: place, since: begins })
        switch (saved.kind) {
          case 'saved':
            return saved.schedule
          case 'missing':
            throw errors.NOT_FOUND(missing(saved.noun, saved.id))
          case 'noFolder':
            throw errors.FOLDER_NOT_CHOSEN()
          case 'notUnique':
            throw errors.PATTERN_NOT_UNIQUE()
          case 'fileTaken':
            throw errors.FILE_TAKEN()
        }
      })
    }),
    pauseSchedule: on.pauseSchedule.handler(({ input, context, errors }) =>
      workOnce(store, context, 'report.pauseSchedule', input, (tx) => {
        const schedule = pauseSchedule(tx, input.id, input.paused)
        if (schedule === null) throw errors.NOT_FOUND(missing('reportSchedule', input.id))
        return schedule
      }),
    ),
    runSchedule: on.runSchedule.handler(async ({ input: { id }, errors }) => {
      await reports.runSchedule(id)
      const schedule = await store.reads.get('reportSchedule', id)
      if (schedule === undefined) throw errors.NOT_FOUND(missing('reportSchedule', id))
      return schedule
    }),
    removeSchedule: on.removeSchedule.handler(({ input, context, errors }) =>
      workOnce(store, context, 'report.removeSchedule', input, (tx) => {
        if (!removeSchedule(tx, input.id))
          throw errors.NOT_FOUND(missing('reportSchedule', input.id))
        return { id: input.id }
      }),
    ),
    terms: on.terms.handler(() => reportTermsOf(store.reads)),
    saveTerms: on.saveTerms.handler(({ input, context }) =>
      workOnce(store, context, 'report.saveTerms', input, (tx) => saveReportTerms(tx, input)),
    ),
  }
}

/** From when on a new schedule has files: the beginning of a day by the site's clock, or now. */
async function firstInstant(reads: Reads, day: string | undefined, now: Instant): Promise<Instant> {
  if (day === undefined) return now
  const [site] = await reads.find('site', {})
  const timeZone = site?.timeZone ?? 'UTC'
  return stretchOf({ is: 'calendar', unit: 'day', day }, { timeZone, now }).fromAt
}
