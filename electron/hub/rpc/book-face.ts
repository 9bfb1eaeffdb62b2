import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  bookFile,
  type BookFileKind,
  bookFileType,
} from '../../../shared/domain/accounting/book-file.ts'
import { obstacleTo } from '../accounting/obstacle.ts'
import type { Reports } from '../report/reports.ts'
import type { Reads } from '../store/reads.ts'
import type { Session } from '../user/session.ts'
import { refusalOf, refuse, refuseAs } from './refuse.ts'
import { queryOf, sendFile } from './report-face.ts'

/** Where the files for other books lie. */
const paths: Readonly<Record<string, BookFileKind>> = {
  '/api/accounting/sie': 'sie',
  '/api/cdrs': 'cdr',
  '/api/invoices.csv': 'invoices',
}

/** Which file a path is; null where it is none. */
export function bookFileOf(path: string | undefined): BookFileKind | null {
  return (path !== undefined && Object.hasOwn(paths, path) && paths[path]) || null
}

/** What such files are made of. */
export interface BookReader {
  readonly reads: Reads
  readonly reports: Pick<Reports, 'stream'>
  readonly version: string
}

/** Sends a file for other books: vouchers, charge detail records or invoices of a period of whole local days. */
export async function serveBookFile(
  request: IncomingMessage,
  response: ServerResponse,
  kind: BookFileKind,
  session: Session,
  { reads, reports, version }: BookReader,
): Promise<void> {
  const standing = await session.standing()
  const refusal = refusalOf(standing, 'account')
  if (refusal !== null) return refuseAs(response, refusal)
  session.called()
  const plain = kind === 'invoices' ? { dialect: 'rfc4180' } : {}
  const read = bookFile.safeParse({ ...plain, ...queryOf(request), kind })
  if (!read.success) {
    const [issue] = read.error.issues
    const place = issue?.path.join('.') ?? ''
    const words = issue?.message ?? 'The file can’t be made.'
    return refuse(response, 400, 'BAD_REQUEST', place === '' ? words : `${place}: ${words}`)
  }
  const file = read.data
  const obstacle = await obstacleTo(reads, file)
  if (obstacle?.code === 'unmapped') {
    const accounts = obstacle.accounts.join(', ')
    const words = `These accounts have no number in the books: ${accounts}. Give them one with PUT /api/accounting/plan.`
    return refuse(response, 409, 'ACCOUNTS_UNMAPPED', words)
  }
  if (obstacle?.code === 'cdrTermsMissing') {
    const words = `Charge detail records need to know of the site: ${obstacle.words.join(', ')}. Tell it with PATCH /api/accounting/cdr-terms.`
    return refuse(response, 409, 'CDR_TERMS_MISSING', words)
  }
  const { extension, contentType } = bookFileType[kind]
  const about = { name: `${kind}-${file.firstDay}-${file.lastDay}.${extension}`, contentType }
  await sendFile(response, standing.until, about, (listening) =>
    reports.stream({ ...file, version }, listening),
  )
}
