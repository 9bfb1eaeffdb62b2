import type { Id } from '../../../shared/domain/id/id.ts'
import { unitAt } from '../../../shared/domain/report/period.ts'
import type { ReportSchedule, ScheduleWords } from '../../../shared/domain/report/schedule.ts'
import { isUniquePattern, writesSameFiles } from '../../../shared/domain/report/schedule-due.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Writes } from '../store/writes.ts'
import { tellOfSchedules } from './tell-of-schedules.ts'

/** What is said of a schedule, with the folder that was granted; null leaves that of one that is there. */
export type ScheduleWish = ScheduleWords & {
  readonly id?: Id | undefined
  readonly folder: string | null
  /** From which period on there is to be a file, by an instant in it; a new schedule alone. */
  readonly since: Instant
}

export type SavedSchedule =
  | { readonly kind: 'saved'; readonly schedule: ReportSchedule }
  | { readonly kind: 'missing'; readonly noun: 'reportPreset' | 'reportSchedule'; readonly id: Id }
  | { readonly kind: 'noFolder' | 'notUnique' | 'fileTaken' }

/** Has a report written by itself from now on, or changes how. */
export function saveSchedule(
  tx: Writes,
  { id, folder, since, ...words }: ScheduleWish,
): SavedSchedule {
  if (!isUniquePattern(words.fileNamePattern)) return { kind: 'notUnique' }
  const { presetId } = words
  if (tx.get('reportPreset', presetId) === undefined)
    return { kind: 'missing', noun: 'reportPreset', id: presetId }
  if (isFileTaken(tx, { id, folder, ...words })) return { kind: 'fileTaken' }
  const begun = unitAt(since, words.every, zoneOf(tx)).fromAt
  const none = {
    lastFile: null,
    lastError: null,
    lastFailure: null,
    failedAt: null,
    pausedAt: null,
  }
  if (id === undefined) {
    if (folder === null) return { kind: 'noFolder' }
    const made = { lastDoneUntil: begun, ...none, createdAt: tx.now, updatedAt: tx.now }
    const schedule = { id: tx.newId(), ...words, folder, ...made }
    tx.insert('reportSchedule', schedule)
    tx.journal({
      act: 'report.schedule',
      noun: 'reportSchedule',
      nounId: schedule.id,
      after: schedule,
    })
    return { kind: 'saved', schedule }
  }
  const before = tx.get('reportSchedule', id)
  if (before === undefined) return { kind: 'missing', noun: 'reportSchedule', id }
  const changed = {
    ...words,
    ...(folder === null ? {} : { folder }),
    lastError: null,
    lastFailure: null,
  }
  const after = tx.update('reportSchedule', id, { ...changed, updatedAt: tx.now }) ?? before
  tellOfSchedules(tx)
  tx.journal({ act: 'report.schedule', noun: 'reportSchedule', nounId: id, before, after })
  return { kind: 'saved', schedule: after }
}

/** Lets a schedule rest, or go on with all that it missed meanwhile; null when there is none with that id. */
export function pauseSchedule(tx: Writes, id: Id, paused: boolean): ReportSchedule | null {
  const before = tx.get('reportSchedule', id)
  if (before === undefined) return null
  if ((before.pausedAt !== null) === paused) return before
  const pausedAt = paused ? tx.now : null
  const after = tx.update('reportSchedule', id, { pausedAt, updatedAt: tx.now }) ?? before
  tellOfSchedules(tx)
  const act = paused ? 'report.pauseSchedule' : 'report.resumeSchedule'
  tx.journal({ act, noun: 'reportSchedule', nounId: id, before, after })
  return after
}

/** Writes no more by that schedule; false when there is none with that id. */
export function removeSchedule(tx: Writes, id: Id): boolean {
  const before = tx.get('reportSchedule', id)
  if (before === undefined) return false
  tx.remove('reportSchedule', id)
  tellOfSchedules(tx)
  tx.journal({ act: 'report.unschedule', noun: 'reportSchedule', nounId: id, before })
  return true
}

/** Whether another schedule writes files of the same names into the same folder, so that one would replace the other. */
function isFileTaken(tx: Writes, wish: Omit<ScheduleWish, 'since'>): boolean {
  const own = wish.id === undefined ? undefined : tx.get('reportSchedule', wish.id)
  const folder = wish.folder ?? own?.folder ?? null
  if (folder === null) return false
  const nameOf = (presetId: Id): string => tx.get('reportPreset', presetId)?.name ?? ''
  const named = { ...wish, name: nameOf(wish.presetId) }
  return tx
    .find('reportSchedule', { folder })
    .some(
      (other) =>
        other.id !== wish.id && writesSameFiles(named, { ...other, name: nameOf(other.presetId) }),
    )
}

function zoneOf(tx: Writes): string {
  return tx.find('site', {})[0]?.timeZone ?? 'UTC'
}
