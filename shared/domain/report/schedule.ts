import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'
import { exportFailure } from './job.ts'
import { clockTime } from '../vehicle/vehicle.ts'

/** How often a file is made: of each day, or of each month. */
export const scheduleEvery = z.enum(['day', 'month'])
export type ScheduleEvery = z.infer<typeof scheduleEvery>

/** What people say of a schedule. */
export const scheduleWords = z.strictObject({
  presetId: id,
  every: scheduleEvery,
  atTime: clockTime.describe('By the site’s clock, on the day after the period has ended'),
  fileNamePattern: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .default('{name} {period}.csv')
    .describe(
      '`{period}` becomes the day (2026-03-01) or the month (2026-03), `{name}` the report’s name',
    ),
})
export type ScheduleWords = z.infer<typeof scheduleWords>

/** A report that is written into a folder by itself, one file for each day or month. */
export const reportSchedule = z.object({
  id,
  ...scheduleWords.shape,
  folder: z.string(),
  lastDoneUntil: instant.describe('Up to which instant every period has its file'),
  lastFile: z.string().nullable().describe('The latest file that was written'),
  lastError: z.string().nullable().describe('Why the next file can’t be written; null when it can'),
  lastFailure: exportFailure.nullable().describe('The same as a code, to be told in any language'),
  failedAt: instant.nullable().describe('When that was last tried'),
  pausedAt: instant
    .nullable()
    .describe('Since when nothing is written; what is missed comes after'),
  createdAt: instant,
  updatedAt: instant,
})
export type ReportSchedule = z.infer<typeof reportSchedule>
