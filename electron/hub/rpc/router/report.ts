import { implement } from '@orpc/server'
import { reportContract } from '../../../../shared/contract/report.ts'
import { columnsOf } from '../../../../shared/domain/report/columns.ts'
import { reportKind } from '../../../../shared/domain/report/report-kind.ts'
import { filtersOf } from '../../../../shared/domain/report/spec.ts'
import { removePreset, savePreset } from '../../report/presets.ts'
import { pauseSchedule, removeSchedule } from '../../report/schedules.ts'
import { reportTermsOf, saveReportTerms } from '../../report/terms.ts'
import { workOnce } from './once.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(reportContract).$context<Caller>().use(everyCall)

export function reportRouter({ store }: Pick<RouterParts, 'store'>) {
  const missing = (noun: string, id: string) => ({ data: { noun, id } })
  const notYet = (): never => {
    throw new Error('The engine of reports is not there yet.')
  }
  return {
    kinds: on.kinds.handler(() => ({
      rows: reportKind.options.map((kind) => ({
        kind,
        columns: [...columnsOf(kind)],
        filters: [...filtersOf[kind]],
      })),
    })),
    preview: on.preview.handler(notYet),
    sums: on.sums.handler(notYet),
    export: on.export.handler(notYet),
    jobs: on.jobs.handler(() => ({ rows: [] })),
    job: on.job.handler(({ input, errors }) => {
      throw errors.NOT_FOUND(missing('reportJob', input.id))
    }),
    follow: on.follow.handler(notYet),
    cancel: on.cancel.handler(({ input, errors }) => {
      throw errors.NOT_FOUND(missing('reportJob', input.id))
    }),
    day: on.day.handler(notYet),
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
    saveSchedule: on.saveSchedule.handler(notYet),
    pauseSchedule: on.pauseSchedule.handler(({ input, context, errors }) =>
      workOnce(store, context, 'report.pauseSchedule', input, (tx) => {
        const schedule = pauseSchedule(tx, input.id, input.paused)
        if (schedule === null) throw errors.NOT_FOUND(missing('reportSchedule', input.id))
        return schedule
      }),
    ),
    runSchedule: on.runSchedule.handler(notYet),
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
