import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { localDate } from '../domain/booking/recurring.ts'
import { id } from '../domain/id/id.ts'
import { column } from '../domain/report/column.ts'
import { dayFigures } from '../domain/report/day-figures.ts'
import { reportJob } from '../domain/report/job.ts'
import { presetName, reportPreset } from '../domain/report/preset.ts'
import { reportKind } from '../domain/report/report-kind.ts'
import { reportTerms, reportTermsWords } from '../domain/report/report-terms.ts'
import { reportSchedule, scheduleWords } from '../domain/report/schedule.ts'
import { reportFilter, reportSpec } from '../domain/report/spec.ts'
import { instant } from '../time/instant-schema.ts'
import { procedure } from './refusal.ts'

const tags = ['reports']
const byId = z.strictObject({ id })

/** A place to write to that a person has chosen, in the shell's own dialog; it is good once. */
export const ticket = z.string().min(16).max(100).describe('From the shell’s dialog')

const noGrant = {
  NO_SUCH_TICKET: {
    status: 409,
    message: 'That place was chosen too long ago, or has been used. Choose it again.',
  },
} as const

/** Why a file can't be begun. */
export const jobRefusals = {
  ...noGrant,
  TOO_MANY_JOBS: {
    status: 409,
    message: 'Many reports are being written already. Wait for one of them, or cancel it.',
  },
} as const

const scheduling = {
  ...noGrant,
  FOLDER_NOT_CHOSEN: {
    status: 409,
    message: 'Choose the folder in the dialog; only scripts name one by its path.',
  },
  PATTERN_NOT_UNIQUE: {
    status: 409,
    message: 'The file’s name must have {period} in it, or one file would replace the other.',
  },
  FILE_TAKEN: {
    status: 409,
    message:
      'Another schedule writes files of the same names into that folder, and one would replace the other. Give these another name, or another folder.',
  },
} as const

const place = {
  ticket: ticket.optional().describe('The folder that was chosen in the shell’s dialog'),
  folder: z
    .string()
    .min(1)
    .max(1_000)
    .optional()
    .describe('Scripts alone: the folder by its path on the hub’s machine'),
}

/** A part of a report, as the very texts of the file; nothing here is quoted or separated. */
export const reportPage = z.object({
  stretch: z.object({ fromAt: instant, untilAt: instant }),
  header: z.array(z.string()).describe('The names above, also those that the dialect adds'),
  columns: z
    .array(column.extend({ name: z.string() }))
    .describe('As long as the header: what each is'),
  rows: z.array(z.array(z.string())),
  next: z.string().nullable().describe('Handed back as `after`; null at the end'),
})
export type ReportPage = z.infer<typeof reportPage>

export const reportContract = {
  kinds: procedure
    .route({ method: 'GET', path: '/reports', tags, summary: 'What reports there are' })
    .output(
      z.object({
        rows: z.array(
          z.object({
            kind: reportKind,
            columns: z.array(column),
            filters: z.array(reportFilter.keyof()),
          }),
        ),
      }),
    ),
  preview: procedure
    .route({
      method: 'POST',
      path: '/reports/preview',
      tags,
      summary: 'A part of a report, as the very texts of its file',
      description: 'All pages together are the file, but for its totals: those are `sums`.',
    })
    .input(
      z.strictObject({
        spec: reportSpec,
        after: z.string().max(400).optional().describe('The `next` of the page before'),
        limit: z.coerce.number().int().min(1).max(1_000).default(100),
      }),
    )
    .output(reportPage),
  sums: procedure
    .route({
      method: 'POST',
      path: '/reports/sums',
      tags,
      summary: 'How many rows a report has, and what they come to',
      description: 'Reads the whole report, so it takes longer the more there is.',
    })
    .input(z.strictObject({ spec: reportSpec }))
    .output(
      z.object({
        rows: z.int(),
        totals: z
          .array(z.array(z.string()))
          .describe('A row a currency, as long as the header, as the file ends with'),
      }),
    ),
  export: procedure
    .route({
      method: 'POST',
      path: '/reports/export',
      tags,
      successStatus: 202,
      summary: 'Write a report to the place that a person has chosen',
      description:
        'Answers at once; follow the job. Scripts read a report as a file from `GET /api/reports/{kind}.csv`.',
    })
    .errors(jobRefusals)
    .input(z.strictObject({ spec: reportSpec, ticket }))
    .output(reportJob),
  jobs: procedure
    .route({
      method: 'GET',
      path: '/reports/jobs',
      tags,
      summary: 'Reports that are being written, and the latest that were',
    })
    .output(z.object({ rows: z.array(reportJob) })),
  job: procedure
    .route({ method: 'GET', path: '/reports/jobs/{id}', tags, summary: 'How far a report is' })
    .input(byId)
    .output(reportJob),
  follow: procedure
    .route({
      method: 'GET',
      path: '/reports/jobs/{id}/follow',
      tags,
      summary: 'Follow a report (server-sent events) until it is written or not',
    })
    .input(byId)
    .output(eventIterator(reportJob)),
  cancel: procedure
    .route({
      method: 'POST',
      path: '/reports/jobs/{id}/cancel',
      tags,
      summary: 'Stop writing a report; nothing of it is left',
    })
    .input(byId)
    .output(reportJob),
  day: procedure
    .route({
      method: 'GET',
      path: '/reports/day/{date}',
      tags,
      summary: 'What a day came to, beside the day before and the same weekday of the week before',
    })
    .input(z.strictObject({ date: localDate }))
    .output(dayFigures),
  presets: procedure
    .route({ method: 'GET', path: '/reports/presets', tags, summary: 'Reports under a name' })
    .output(z.object({ rows: z.array(reportPreset) })),
  savePreset: procedure
    .route({
      method: 'PUT',
      path: '/reports/presets',
      tags,
      summary: 'Keep a report under a name, or change one that is',
    })
    .input(z.strictObject({ id: id.optional(), name: presetName, spec: reportSpec }))
    .output(reportPreset),
  removePreset: procedure
    .route({
      method: 'DELETE',
      path: '/reports/presets/{id}',
      tags,
      summary: 'Forget a report, and let nothing be written by it any more',
    })
    .input(byId)
    .output(z.object({ id })),
  schedules: procedure
    .route({
      method: 'GET',
      path: '/reports/schedules',
      tags,
      summary: 'Reports that are written into a folder by themselves',
    })
    .output(z.object({ rows: z.array(reportSchedule) })),
  saveSchedule: procedure
    .route({
      method: 'PUT',
      path: '/reports/schedules',
      tags,
      summary: 'Have a report written into a folder each day or month, or change that',
      description:
        'The first file is of the day or month that runs now, or of the one that `since` lies in. What was missed while the hub was off is made up for, one file for each.',
    })
    .errors(scheduling)
    .input(
      z.strictObject({
        id: id.optional(),
        ...scheduleWords.shape,
        ...place,
        since: localDate.optional().describe('A new schedule alone'),
      }),
    )
    .output(reportSchedule),
  pauseSchedule: procedure
    .route({
      method: 'POST',
      path: '/reports/schedules/{id}/pause',
      tags,
      summary: 'Let a schedule rest, or go on with all that it missed meanwhile',
    })
    .input(z.strictObject({ id, paused: z.boolean() }))
    .output(reportSchedule),
  runSchedule: procedure
    .route({
      method: 'POST',
      path: '/reports/schedules/{id}/run',
      tags,
      summary: 'Write at once each file whose period has ended, whatever the time of day',
      description: 'Answers when that is done or has failed; `lastError` says which.',
    })
    .input(byId)
    .output(reportSchedule),
  removeSchedule: procedure
    .route({
      method: 'DELETE',
      path: '/reports/schedules/{id}',
      tags,
      summary: 'Write no more files; those that are there stay',
    })
    .input(byId)
    .output(z.object({ id })),
  terms: procedure
    .route({ method: 'GET', path: '/reports/terms', tags, summary: 'What reports reckon with' })
    .output(reportTerms),
  saveTerms: procedure
    .route({
      method: 'PUT',
      path: '/reports/terms',
      tags,
      summary: 'Change what reports reckon with',
    })
    .input(reportTermsWords)
    .output(reportTerms),
}
