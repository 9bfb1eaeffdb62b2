import { join } from 'node:path'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { ExportFailure } from '../../../shared/domain/report/job.ts'
import type { ReportPreset } from '../../../shared/domain/report/preset.ts'
import type { ReportSchedule } from '../../../shared/domain/report/schedule.ts'
import { type DueFile, dueFile } from '../../../shared/domain/report/schedule-due.ts'
import type { ReportSpec } from '../../../shared/domain/report/spec.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Store } from '../store/store.ts'
import { ReportCancelled, ReportFailed, type ReportReader } from './reader.ts'
import { tellOfSchedules } from './tell-of-schedules.ts'

/** What files are written by themselves with. */
export interface DueParts {
  readonly store: Store
  readonly reader: Pick<ReportReader, 'ask'>
  readonly clock: () => Instant
}

/**
 * Writes every file that is due and not there yet, in order, one period after the other. A period is done when its file
 * is on disk; a hub that is killed between the two writes the same file once more, under the same name. Where one can't
 * be written it is said why, the period stays due, and those after it wait.
 */
export async function writeDue(parts: DueParts): Promise<void> {
  for (const { id } of await parts.store.reads.find('reportSchedule', { pausedAt: null }))
    await writeSchedule(parts, id, false)
}

/** @param isNow whether each period that has ended is written, whatever the time of day */
export async function writeSchedule(parts: DueParts, id: Id, isNow: boolean): Promise<void> {
  const { store } = parts
  for (;;) {
    const schedule = await store.reads.get('reportSchedule', id)
    const preset = schedule && (await store.reads.get('reportPreset', schedule.presetId))
    if (schedule === undefined || preset === undefined) return
    const [site] = await store.reads.find('site', {})
    const timeZone = site?.timeZone ?? 'UTC'
    const asked = isNow ? { ...schedule, atTime: '00:00', pausedAt: null } : schedule
    const due = dueFile(asked, preset.name, { timeZone, now: parts.clock() })
    if (due === null || !(await writeOne(parts, schedule, preset, due))) return
  }
}

async function writeOne(
  { store, reader, clock }: DueParts,
  { id, folder, lastDoneUntil }: ReportSchedule,
  { spec }: ReportPreset,
  { stretch, fileName }: DueFile,
): Promise<boolean> {
  const path = join(folder, fileName)
  const of: ReportSpec = { ...spec, period: { is: 'instants', ...stretch } }
  const why = await whyNotWritten(reader, { spec: of, now: clock(), path })
  if (why === 'cancelled') return false
  await store.work('hub', (tx) => {
    const now = tx.get('reportSchedule', id)
    // Somebody changed it meanwhile: what was written is written again as it is now.
    if (now === undefined || now.lastDoneUntil !== lastDoneUntil || now.folder !== folder) return
    if (why !== null) {
      const { failure, words } = why
      if (now.lastError !== words)
        tx.journal({ act: 'report.notWritten', noun: 'reportSchedule', nounId: id, reason: words })
      tx.update('reportSchedule', id, { lastError: words, lastFailure: failure, failedAt: tx.now })
      tellOfSchedules(tx)
      return
    }
    const done = { lastDoneUntil: stretch.untilAt, lastFile: fileName }
    tx.update('reportSchedule', id, { ...done, lastError: null, lastFailure: null, failedAt: null })
    tellOfSchedules(tx)
    tx.journal({ act: 'report.written', noun: 'reportSchedule', nounId: id, after: done })
  })
  return why === null
}

/** Why a file isn't there, as a code and as a sentence. */
interface NotWritten {
  readonly failure: ExportFailure
  readonly words: string
}

/** The folder is never made: a share that isn't mounted would be written beneath. */
async function whyNotWritten(
  reader: Pick<ReportReader, 'ask'>,
  asked: { readonly spec: ReportSpec; readonly now: Instant; readonly path: string },
): Promise<NotWritten | 'cancelled' | null> {
  try {
    await reader.ask('file', asked)
    return null
  } catch (error) {
    if (error instanceof ReportCancelled) return 'cancelled'
    const words = error instanceof Error ? error.message : String(error)
    if (!(error instanceof ReportFailed)) return { failure: 'other', words }
    return { failure: error.failure, words: `${sentences[error.failure]} ${words}` }
  }
}

const sentences = {
  diskFull: 'The disk is full.',
  noFolder: "The folder isn't there.",
  notAllowed: "The hub isn't allowed to write there.",
  other: "It couldn't be written.",
} as const
