import type { ReportSchedule } from '../../../../shared/domain/report/schedule.ts'
import { nextFileAt } from '../../../../shared/domain/report/schedule-due.ts'
import type { Instant } from '../../../../shared/time/instant.ts'

/** How a schedule stands: `late` is a file whose hour has come and that is not there yet. */
export type ScheduleState = 'waiting' | 'late' | 'failed' | 'paused'

/** How it stands now, and when the next file is due. */
export function scheduleState(
  schedule: ReportSchedule,
  { timeZone, now }: { readonly timeZone: string; readonly now: Instant },
): { readonly state: ScheduleState; readonly nextAt: Instant } {
  const nextAt = nextFileAt(schedule, timeZone)
  if (schedule.pausedAt !== null) return { state: 'paused', nextAt }
  if (schedule.lastError !== null) return { state: 'failed', nextAt }
  return { state: nextAt <= now ? 'late' : 'waiting', nextAt }
}
