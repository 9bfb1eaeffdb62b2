import type { IncomingMessage, ServerResponse } from 'node:http'
import { preferredLanguage } from '../../../shared/domain/driver-door/language.ts'
import { MINUTE, SECOND } from '../../../shared/time/instant.ts'
import { PAGE_POLICY } from '../receipt-page/style.ts'
import type { PageLanguage } from '../receipt-page/words.ts'

/** Reads the page of the receipt that a token opens; null when it opens none. */
export type ReceiptReader = (token: string, language: PageLanguage) => Promise<string | null>

/** Where receipts lie. */
const PATH = /^\/r\/(?<token>[\w-]{1,100})$/

/** How many pages one address may ask for in a minute, whatever it gets. */
const MOST_A_MINUTE = 60

/** How many addresses are counted at once; the one that asked first is forgotten first. */
const MOST_COUNTED = 2_000

/** Whether a path is a receipt's, whoever asks for it. */
export function isReceiptPath(path: string | undefined): path is string {
  return path?.startsWith('/r/') === true
}

/**
 * Serves receipts to phones: a page without scripts, that no other page may frame and no engine finds. The address is what
 * opens it (and is written into no log); a wrong one is not there, and no more is said of it.
 */
export function receiptFace(read: ReceiptReader, clock: () => number = Date.now) {
  const mayAsk = limiter(clock)
  return async (request: IncomingMessage, response: ServerResponse, path: string) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end()
      return
    }
    if (!mayAsk(request.socket.remoteAddress ?? '')) {
      response
        .writeHead(429, { 'retry-after': String(MINUTE / SECOND), 'cache-control': 'no-store' })
        .end()
      return
    }
    const token = PATH.exec(path)?.groups?.['token']
    const page = token === undefined ? null : await read(token, languageOf(request))
    if (page === null) {
      response.writeHead(404, { 'cache-control': 'no-store' }).end()
      return
    }
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': Buffer.byteLength(page),
      'content-security-policy': PAGE_POLICY,
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
      vary: 'accept-language',
    })
    response.end(request.method === 'HEAD' ? undefined : page)
  }
}

/** The language that is asked for by the switch on the page, or by the browser; English where it asks for neither. */
function languageOf({ url, headers }: IncomingMessage): PageLanguage {
  const chosen = new URLSearchParams(url?.split('?')[1]).get('lang')
  if (chosen === 'sv' || chosen === 'en') return chosen
  return preferredLanguage(headers['accept-language'] ?? '')
}

function limiter(clock: () => number): (address: string) => boolean {
  const asked = new Map<string, { since: number; times: number }>()
  return (address) => {
    const now = clock()
    const known = asked.get(address)
    if (known === undefined || now - known.since >= MINUTE) {
      asked.delete(address)
      if (asked.size >= MOST_COUNTED)
        for (const first of asked.keys()) {
          asked.delete(first)
          break
        }
      asked.set(address, { since: now, times: 1 })
      return true
    }
    known.times += 1
    return known.times <= MOST_A_MINUTE
  }
}
