import { isUniquePattern } from '../../../../shared/domain/report/schedule-due.ts'
import type { ReportSchedule, ScheduleEvery } from '../../../../shared/domain/report/schedule.ts'
import { typedClock } from '../../../ui/input/typed-clock.ts'

/** A schedule as it is filled in. */
export interface ScheduleForm {
  readonly presetId: string | null
  readonly every: ScheduleEvery
  readonly atTime: string
  readonly fileNamePattern: string
  /** The folder that was chosen now, with the shell's ticket for it; null leaves the one that is there. */
  readonly chosen: { readonly ticket: string; readonly path: string } | null
  /** Which day the first file is of, or in which month; of a new schedule alone. */
  readonly since: string
}

/** What still keeps it from being saved. */
export type ScheduleFlaw = 'preset' | 'atTime' | 'pattern' | 'folder'

/** What one begins with: each day, early, from today on. */
export function newScheduleForm(presetId: string | null, today: string): ScheduleForm {
  const name = { fileNamePattern: '{name} {period}.csv', chosen: null }
  return { presetId, every: 'day', atTime: '06:00', ...name, since: today }
}

/** One that is there, to change. */
export function formOfSchedule(schedule: ReportSchedule, today: string): ScheduleForm {
  const { presetId, every, atTime, fileNamePattern } = schedule
  return { presetId, every, atTime, fileNamePattern, chosen: null, since: today }
}

/** What is wrong with it; empty when it may be saved. */
export function scheduleFlaws(form: ScheduleForm, before: ReportSchedule | null): ScheduleFlaw[] {
  const flaws: ScheduleFlaw[] = []
  if (form.presetId === null) flaws.push('preset')
  if (typedClock(form.atTime) === null) flaws.push('atTime')
  if (!isUniquePattern(form.fileNamePattern)) flaws.push('pattern')
  if (form.chosen === null && before === null) flaws.push('folder')
  return flaws
}
