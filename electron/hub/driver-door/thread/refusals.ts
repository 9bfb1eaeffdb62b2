import type { ServerResponse } from 'node:http'
import type { VisitLanguage } from '../../../../shared/domain/visit/visit.ts'
import { guardHeaders } from './headers.ts'

/** Why somebody is turned away, as a call is told (`code`) and as a person reads it. */
export interface Refusal {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly sv: string
  /** The connection is not worth keeping. */
  readonly closes?: boolean
  readonly headers?: Readonly<Record<string, string>>
}

const refusal = (
  status: number,
  code: string,
  message: string,
  sv: string,
  more: Pick<Refusal, 'closes' | 'headers'> = {},
): Refusal => ({ status, code, message, sv, ...more })

const closes = { closes: true }

export const refusals = {
  notFound: refusal(404, 'NOT_FOUND', 'There is nothing here.', 'Här finns ingenting.'),
  badRequest: refusal(
    ...([400, 'BAD_REQUEST', 'That is no request.', 'Det är ingen begäran.'] as const),
    closes,
  ),
  badKey: refusal(
    400,
    'BAD_REQUEST',
    'Idempotency-Key: Send 1 to 128 visible ASCII characters without spaces, the same for the same call.',
    'Idempotency-Key: Skicka 1 till 128 synliga ASCII-tecken utan blanksteg.',
  ),
  otherSite: refusal(
    403,
    'FORBIDDEN',
    'Only this address’s own page may ask that.',
    'Bara den här adressens egen sida får fråga det.',
  ),
  notByProxy: refusal(
    403,
    'FORBIDDEN',
    'Phones come in by the site’s public address. This one is for its proxy alone.',
    'Telefoner når sidan på platsens offentliga adress. Den här är bara för dess proxy.',
  ),
  notAllowed: refusal(
    ...([405, 'METHOD_NOT_SUPPORTED', 'That can’t be done here.', 'Det går inte här.'] as const),
    { headers: { allow: 'GET, HEAD, POST' }, closes: true },
  ),
  tooSlow: refusal(408, 'TIMEOUT', 'That took too long.', 'Det tog för lång tid.', closes),
  tooLarge: refusal(
    ...([413, 'PAYLOAD_TOO_LARGE', 'That is too much.', 'Det är för mycket.'] as const),
    closes,
  ),
  longUrl: refusal(
    ...([414, 'URI_TOO_LONG', 'That address is too long.', 'Adressen är för lång.'] as const),
    closes,
  ),
  notJson: refusal(
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'Only JSON is taken. Send "Content-Type: application/json", and the body as it is.',
    'Bara JSON tas emot.',
    closes,
  ),
  otherHost: refusal(
    ...([
      421,
      'MISDIRECTED_REQUEST',
      'Nobody here is called that.',
      'Ingen här heter så.',
    ] as const),
    closes,
  ),
  longHeaders: refusal(
    ...([431, 'HEADERS_TOO_LARGE', 'That is too much.', 'Det är för mycket.'] as const),
    closes,
  ),
  failed: refusal(
    500,
    'INTERNAL_SERVER_ERROR',
    'That failed. Try again soon.',
    'Det gick inte. Försök igen snart.',
  ),
  busy: refusal(
    503,
    'BUSY',
    'Too many ask at once. Try again in a moment.',
    'För många frågar samtidigt. Försök igen om en stund.',
    { headers: { 'retry-after': '2' } },
  ),
  noAnswer: refusal(
    504,
    'NO_ANSWER',
    'No answer came in time. Try again soon.',
    'Inget svar kom i tid. Försök igen snart.',
  ),
} as const

/** For who asks too often. @param waitMs after which it may be tried again */
export function tooFast(waitMs: number): Refusal {
  const seconds = Math.max(1, Math.ceil(waitMs / 1_000))
  return refusal(
    429,
    'TOO_MANY_REQUESTS',
    `That is too often. Try again in ${seconds} s.`,
    `Det är för ofta. Försök igen om ${seconds} s.`,
    { headers: { 'retry-after': String(seconds) } },
  )
}

/** Turns a request away: a call with JSON as every call's refusal is, a person with a sentence. */
export function refuse(
  response: ServerResponse,
  refused: Refusal,
  asked: { readonly isCall: boolean; readonly isSecure: boolean; readonly language: VisitLanguage },
): void {
  if (response.headersSent || response.destroyed) return
  const { status, code, message, sv } = refused
  const body = asked.isCall
    ? JSON.stringify({ defined: false, code, status, message })
    : `${asked.language === 'sv' ? sv : message}\n`
  response.writeHead(status, {
    ...guardHeaders(asked),
    'content-type': asked.isCall ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...refused.headers,
    ...(refused.closes === true ? { connection: 'close' } : {}),
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

/** The same for what never became a request, as it goes over the wire. */
export function bareRefusal({ status, message }: Refusal, isSecure: boolean): string {
  const body = `${message}\n`
  const headers = {
    ...guardHeaders({ isSecure }),
    'content-type': 'text/plain; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} Refused\r\n${lines.join('')}\r\n${body}`
}
