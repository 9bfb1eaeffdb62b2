import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'
import { bookFileKind } from '../accounting/book-file.ts'
import { reportKind } from './report-kind.ts'

/** Why a file was not written: nothing lies at its place then but what lay there before. */
export const exportFailure = z.enum(['diskFull', 'noFolder', 'notAllowed', 'other'])
export type ExportFailure = z.infer<typeof exportFailure>

/** A file that is being written, or was. It is at its place, whole, when the state is `done`, and not before. */
export const reportJob = z.object({
  id,
  kind: z.union([reportKind, bookFileKind]),
  fileName: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  rows: z.int().describe('Written so far'),
  ofRows: z.int().nullable().describe('About how many there will be; null while that isn’t known'),
  bytes: z.int(),
  failure: exportFailure.nullable(),
  detail: z.string().describe('What the machine said of the failure, inert'),
  startedBy: z.string(),
  startedAt: instant,
  endedAt: instant.nullable(),
})
export type ReportJob = z.infer<typeof reportJob>
