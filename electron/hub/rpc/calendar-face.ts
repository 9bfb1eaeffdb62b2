import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Reads the calendar that a token opens; null when it opens none. */
export type CalendarReader = (token: string) => Promise<string | null>

/** Where calendars lie; the token is the file's name. */
const PATH = /^\/calendar\/(?<token>[\w-]{1,100})\.ics$/

/** So long a program may show what it has fetched without asking again, seconds. */
const FRESH_FOR = 300

/** Whether a path is a calendar's, whoever asks for it. */
export function isCalendarPath(path: string | undefined): path is string {
  return path?.startsWith('/calendar/') === true
}

/**
 * Answers a calendar program: it can't send a bearer token, so the address is what opens the calendar (and is written
 * into no log). What it has already is not sent again (RFC 9110 §13.1.2).
 */
export async function serveCalendar(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  read: CalendarReader,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const token = PATH.exec(path)?.groups?.['token']
  const text = token === undefined ? null : await read(token)
  if (text === null) {
    response.writeHead(404, { 'cache-control': 'no-store' }).end()
    return
  }
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
  const headers = {
    etag,
    'cache-control': `private, max-age=${FRESH_FOR}, must-revalidate`,
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    'x-content-type-options': 'nosniff',
  }
  if (namesTag(request.headers['if-none-match'], etag)) {
    response.writeHead(304, headers).end()
    return
  }
  response.writeHead(200, {
    ...headers,
    'content-type': 'text/calendar; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'content-disposition': 'inline; filename="laddplan.ics"',
  })
  response.end(request.method === 'HEAD' ? undefined : text)
}

/** Whether `If-None-Match` names the tag; weak ones count too, as RFC 9110 §13.1.2 has it. */
function namesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === etag)
}
