import type { IncomingMessage, ServerResponse } from 'node:http'
import { doorPath } from '../../../../shared/domain/driver-door/path.ts'
import { answerCall, type CallParts } from './calls.ts'
import { NoAnswer } from './hub-link.ts'
import { judge } from './judge.ts'
import type { PageFile } from './page-files.ts'
import { type PageParts, sendReceipt, sendSitePage, sendVisitPage } from './pages.ts'
import { type Refusal, refusals, refuse, tooFast } from './refusals.ts'
import { send, type Visitor, visitorOf } from './visitor.ts'

export type AnswerParts = PageParts & CallParts

const ROBOTS = 'User-agent: *\nDisallow: /\n'
const HOUR_S = 3_600
const YEAR_S = 365 * 24 * HOUR_S

/** Answers a request, whatever it is. */
export function answerWith(
  parts: AnswerParts,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    // Who leaves in the middle of a word breaks nothing.
    request.on('error', () => undefined)
    response.on('error', () => undefined)
    const visitor = visitorOf(request, response, parts.law)
    const turnAway = (refused: Refusal): void => refuse(response, refused, visitor)
    answer(visitor, parts).then(
      (refused) => {
        if (refused !== null) turnAway(refused)
      },
      // What failed is known to the hub already, or the phone has left.
      (error: unknown) => turnAway(error instanceof NoAnswer ? refusals.noAnswer : refusals.failed),
    )
  }
}

async function answer(visitor: Visitor, parts: AnswerParts): Promise<Refusal | null> {
  const { request, client, counted } = visitor
  const waitMs = parts.gate.mayAsk(counted)
  if (waitMs > 0) return tooFast(waitMs)
  const wrong = judge(request, client, parts.law)
  if (wrong !== null) return wrong
  const asked = doorPath((request.url ?? '').split('?')[0] ?? '', parts.slug)
  if (asked === null) return refusals.notFound
  if (asked.of === 'call') return answerCall(visitor, asked.path, parts)
  if (request.method === 'POST') return refusals.notAllowed
  switch (asked.of) {
    case 'home':
      return sendNothing(visitor, 302, { location: `/${parts.slug}` })
    case 'site':
      return sendSitePage(visitor, parts)
    case 'visit':
      return sendVisitPage(visitor, asked.token, parts)
    case 'receipt':
      return sendReceipt(visitor, asked.token, parts)
    case 'robots':
      send(
        visitor,
        200,
        { 'content-type': 'text/plain; charset=utf-8', ...keptFor(HOUR_S) },
        ROBOTS,
      )
      return null
    case 'file':
      return sendFile(visitor, parts.page.files.get(asked.name))
  }
}

function sendFile(visitor: Visitor, file: PageFile | undefined): Refusal | null {
  if (file === undefined) return refusals.notFound
  const pressed = visitor.encoding === null ? undefined : file.pressed[visitor.encoding]
  const headers = {
    'content-type': file.type,
    'cache-control': file.isHashed
      ? `public, max-age=${YEAR_S}, immutable`
      : keptFor(HOUR_S)['cache-control'],
    ...(Object.keys(file.pressed).length > 0 && { vary: 'accept-encoding' }),
    ...(pressed !== undefined &&
      visitor.encoding !== null && { 'content-encoding': visitor.encoding }),
  }
  send(visitor, 200, headers, pressed ?? file.plain)
  return null
}

function sendNothing(visitor: Visitor, status: number, headers: Record<string, string>): null {
  send(visitor, status, { ...headers, 'cache-control': 'no-store' }, '')
  return null
}

function keptFor(seconds: number): { readonly 'cache-control': string } {
  return { 'cache-control': `public, max-age=${seconds}` }
}
