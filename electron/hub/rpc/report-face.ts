import type { IncomingMessage, ServerResponse } from 'node:http'
import { specOfQuery } from '../../../shared/domain/report/query.ts'
import { reportKind, type ReportKind } from '../../../shared/domain/report/report-kind.ts'
import { SECOND } from '../../../shared/time/instant.ts'
import { type Listening, ReportCancelled } from '../report/reader.ts'
import type { Reports } from '../report/reports.ts'
import type { Session } from '../user/session.ts'
import { refusalOf, refuse, refuseAs } from './refuse.ts'

/** Where a report lies as a file. */
const PATH = /^\/api\/reports\/(?<kind>\w{1,40})\.csv$/

/** So many are sent at a time. */
const AT_ONCE = 4
/** So long nothing need be taken of one before it is given up, ms. */
const PATIENCE = 60 * SECOND

/** Which report a path is; null where it is none. */
export function reportKindOf(path: string | undefined): ReportKind | null {
  const read = reportKind.safeParse(PATH.exec(path ?? '')?.groups?.['kind'])
  return read.success ? read.data : null
}

let sending = 0

/**
 * Sends a report as a file: the very bytes that an export writes, as fast as they are taken. When the client goes nothing
 * more is read; when reading fails the connection is broken off, so that nobody takes a part for the whole.
 */
export async function serveReport(
  request: IncomingMessage,
  response: ServerResponse,
  {
    kind,
    session,
    reports,
  }: {
    readonly kind: ReportKind
    readonly session: Session
    readonly reports: Pick<Reports, 'stream'>
  },
): Promise<void> {
  const standing = await session.standing()
  const refusal = refusalOf(standing, 'account')
  if (refusal !== null) return refuseAs(response, refusal)
  session.called()
  const asked = specOfQuery(kind, queryOf(request))
  if (asked.kind === 'fault') return refuse(response, 400, 'BAD_REQUEST', asked.message)
  const about = { name: `${kind}.csv`, contentType: 'text/csv; charset=utf-8; header=present' }
  await sendFile(response, standing.until, about, (listening) =>
    reports.stream(asked.spec, listening),
  )
}

/** What a file is called, and what it is. */
export interface FileAbout {
  readonly name: string
  readonly contentType: string
}

/**
 * Sends a file that is made while it is sent, some at a time.
 * @param until aborted when whoever asks may not have it any more
 */
export async function sendFile(
  response: ServerResponse,
  until: AbortSignal,
  about: FileAbout,
  make: (listening: Listening) => Promise<unknown>,
): Promise<void> {
  if (sending >= AT_ONCE)
    return refuse(
      response,
      429,
      'TOO_MANY_REPORTS',
      `At most ${AT_ONCE} reports are sent at a time. Ask again when one is through.`,
    )
  sending += 1
  const aborting = new AbortController()
  const gone = (): void => aborting.abort()
  response.on('close', gone)
  until.addEventListener('abort', gone)
  try {
    await make({
      signal: aborting.signal,
      bytes: (bytes) => taken(response, about, bytes, aborting.signal),
    })
    response.end()
  } catch (error) {
    if (response.headersSent || error instanceof ReportCancelled) response.destroy()
    else throw error
  } finally {
    sending -= 1
    until.removeEventListener('abort', gone)
  }
}

/** Sends bytes, and waits until there is room for more. */
async function taken(
  response: ServerResponse,
  { name, contentType }: FileAbout,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<void> {
  if (!response.headersSent)
    response.writeHead(200, {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
  if (response.write(bytes)) return
  const drained = Promise.withResolvers<void>()
  const fail = (): void => drained.reject(new ReportCancelled('Nobody takes it.'))
  const late = setTimeout(fail, PATIENCE)
  response.once('drain', drained.resolve)
  signal.addEventListener('abort', fail)
  try {
    await drained.promise
  } finally {
    clearTimeout(late)
    response.off('drain', drained.resolve)
    signal.removeEventListener('abort', fail)
  }
}

/** The words of an address, by name. */
export function queryOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(new URL(request.url ?? '', 'http://hub').searchParams)
}
