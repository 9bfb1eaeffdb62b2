import { useTranslation } from 'react-i18next'
import type { ReportSchedule } from '../../../../shared/domain/report/schedule.ts'
import { tellAct } from '../../../live/last-act.ts'
import { type Act, useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { typedClock } from '../../../ui/input/typed-clock.ts'
import type { ScheduleForm } from './schedule-form.ts'

/** What can be done with schedules; each tells what became of it. */
export interface ScheduleActs {
  readonly save: Act<{ form: ScheduleForm; before: ReportSchedule | null }, ReportSchedule>
  readonly pause: Act<boolean, ReportSchedule>
  readonly run: Act<void, ReportSchedule>
  readonly remove: Act<void, { id: string }>
}

/** @param name what the schedule's report is called */
export function useScheduleActs(id: string | null, name: string): ScheduleActs {
  const { t } = useTranslation('reports')
  const hub = useClient()
  return {
    save: useAct(async ({ form, before }) => {
      const { presetId, every, atTime, fileNamePattern, chosen, since } = form
      const saved = await hub.report.saveSchedule({
        presetId: presetId ?? '',
        ...{ every, atTime: typedClock(atTime) ?? atTime, fileNamePattern },
        ...(chosen === null ? {} : { ticket: chosen.ticket }),
        ...(before === null ? { since } : { id: before.id }),
      })
      tellAct(t(before === null ? 'schedule.said.saved' : 'schedule.said.changed', { name }))
      return saved
    }),
    pause: useAct(async (paused) => {
      const schedule = await hub.report.pauseSchedule({ id: id ?? '', paused })
      tellAct(t(paused ? 'schedule.said.paused' : 'schedule.said.resumed', { name }))
      return schedule
    }),
    run: useAct(async () => {
      const before = (await hub.report.schedules()).rows.find((row) => row.id === id)
      const schedule = await hub.report.runSchedule({ id: id ?? '' })
      const wrote = schedule.lastDoneUntil !== before?.lastDoneUntil
      if (schedule.lastError === null)
        tellAct(
          wrote
            ? t('schedule.said.ran', { file: schedule.lastFile })
            : t('schedule.said.ranNothing', { name }),
        )
      return schedule
    }),
    remove: useAct(async () => {
      const gone = await hub.report.removeSchedule({ id: id ?? '' })
      tellAct(t('schedule.said.removed', { name }))
      return gone
    }),
  }
}
