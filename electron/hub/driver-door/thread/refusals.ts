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

/** All but those who ask too often (`tooFast`). */
export const refusals = {
  notFound: {
    ...{ status: 404, code: 'NOT_FOUND' },
    message: 'There is nothing here.',
    sv: 'Här finns ingenting.',
  },
  badRequest: {
    ...{ status: 400, code: 'BAD_REQUEST', closes: true },
    message: 'That is no request.',
    sv: 'Det är ingen begäran.',
  },
  badKey: {
    ...{ status: 400, code: 'BAD_REQUEST' },
    message:
      'Idempotency-Key: Send 1 to 128 visible ASCII characters without spaces, the same for the same call.',
    sv: 'Idempotency-Key: Skicka 1 till 128 synliga ASCII-tecken utan blanksteg.',
  },
  otherSite: {
    ...{ status: 403, code: 'FORBIDDEN' },
    message: 'Only this address’s own page may ask that.',
    sv: 'Bara den här adressens egen sida får fråga det.',
  },
  notByProxy: {
    ...{ status: 403, code: 'FORBIDDEN' },
    message: 'Phones come in by the site’s public address. This one is for its proxy alone.',
    sv: 'Telefoner når sidan på platsens offentliga adress. Den här är bara för dess proxy.',
  },
  notAllowed: {
    ...{ status: 405, code: 'METHOD_NOT_SUPPORTED', closes: true },
    message: 'That can’t be done here.',
    sv: 'Det går inte här.',
    headers: { allow: 'GET, HEAD, POST' },
  },
  tooSlow: {
    ...{ status: 408, code: 'TIMEOUT', closes: true },
    message: 'That took too long.',
    sv: 'Det tog för lång tid.',
  },
  tooLarge: {
    ...{ status: 413, code: 'PAYLOAD_TOO_LARGE', closes: true },
    message: 'That is too much.',
    sv: 'Det är för mycket.',
  },
  longUrl: {
    ...{ status: 414, code: 'URI_TOO_LONG', closes: true },
    message: 'That address is too long.',
    sv: 'Adressen är för lång.',
  },
  notJson: {
    ...{ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', closes: true },
    message: 'Only JSON is taken. Send "Content-Type: application/json", and the body as it is.',
    sv: 'Bara JSON tas emot.',
  },
  otherHost: {
    ...{ status: 421, code: 'MISDIRECTED_REQUEST', closes: true },
    message: 'Nobody here is called that.',
    sv: 'Ingen här heter så.',
  },
  longHeaders: {
    ...{ status: 431, code: 'HEADERS_TOO_LARGE', closes: true },
    message: 'That is too much.',
    sv: 'Det är för mycket.',
  },
  failed: {
    ...{ status: 500, code: 'INTERNAL_SERVER_ERROR' },
    message: 'That failed. Try again soon.',
    sv: 'Det gick inte. Försök igen snart.',
  },
  busy: {
    ...{ status: 503, code: 'BUSY' },
    message: 'Too many ask at once. Try again in a moment.',
    sv: 'För många frågar samtidigt. Försök igen om en stund.',
    headers: { 'retry-after': '2' },
  },
  noAnswer: {
    ...{ status: 504, code: 'NO_ANSWER' },
    message: 'No answer came in time. Try again soon.',
    sv: 'Inget svar kom i tid. Försök igen snart.',
  },
} satisfies Record<string, Refusal>

/** For who asks too often. @param waitMs after which it may be tried again */
export function tooFast(waitMs: number): Refusal {
  const seconds = Math.max(1, Math.ceil(waitMs / 1_000))
  return {
    ...{ status: 429, code: 'TOO_MANY_REQUESTS' },
    message: `That is too often. Try again in ${seconds} s.`,
    sv: `Det är för ofta. Försök igen om ${seconds} s.`,
    headers: { 'retry-after': String(seconds) },
  }
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
