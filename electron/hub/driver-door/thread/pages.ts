import { isTokenShaped } from '../../../../shared/domain/driver-door/path.ts'
import type { VisitLanguage } from '../../../../shared/domain/visit/visit.ts'
import { PAGE_POLICY as RECEIPT_POLICY } from '../../receipt-page/style.ts'
import type { DoorCall } from '../messages.ts'
import { askAmong, askWhole } from './calls.ts'
import type { Gate } from './gate.ts'
import type { HubLink, WholeAnswer } from './hub-link.ts'
import { filledPage, type FirstData } from './page.ts'
import type { PageFiles } from './page-files.ts'
import { press } from './press.ts'
import { type Refusal, refusals, tooFast } from './refusals.ts'
import { send, type Visitor } from './visitor.ts'

/** What pages are made of. */
export interface PageParts {
  readonly slug: string
  readonly page: PageFiles
  readonly link: HubLink
  readonly gate: Gate
}

const HTML = { 'content-type': 'text/html; charset=utf-8' }

/** The site's page, with the site as it is. A refusal is returned where it can't be told. */
export async function sendSitePage(visitor: Visitor, parts: PageParts): Promise<Refusal | null> {
  const told = await askWhole(visitor, parts, reading('/site', null), 'read')
  if (!('kind' in told)) return told
  const first = { slug: parts.slug, site: told.status === 200 ? told.body : null, visit: null }
  const html = filledPage(parts.page.html, visitor.language, first)
  const headers = { ...HTML, 'cache-control': 'no-cache', vary: 'accept-encoding, accept-language' }
  // Pressed, since there is no secret in it. See `sendVisitPage`.
  if (visitor.encoding === null) send(visitor, 200, headers, html)
  else {
    const pressed = { ...headers, 'content-encoding': visitor.encoding }
    send(visitor, 200, pressed, press(html, visitor.encoding))
  }
  return null
}

/**
 * The page of a link, with the visit that it opens. One that opens nothing, whether guessed, renewed or expired, gets the
 * page all the same, which says so.
 *
 * It is not pressed together, and neither is any answer with a visit in it. A visit holds what its driver wrote (a plate, an
 * address) beside what only they may know, and the length of what was pressed tells how much of the one is in the other
 * (BREACH). Nobody could make a phone ask for it so far: there is no cookie that another page's request would carry, and who
 * knows the link needn't guess. But 4 kB saved are not worth an argument that has to stay true.
 */
export async function sendVisitPage(
  visitor: Visitor,
  token: string,
  parts: PageParts,
): Promise<Refusal | null> {
  const waitMs = parts.gate.mayShowToken(visitor.counted)
  if (waitMs > 0) return tooFast(waitMs)
  const told: WholeAnswer | Refusal = isTokenShaped(token)
    ? await askWhole(visitor, parts, reading('/visit', token), 'read')
    : { kind: 'whole', status: 404, body: '' }
  if (!('kind' in told)) return told
  const isUnknown = told.status === 404
  if (isUnknown) parts.gate.wrongToken(visitor.counted, token)
  const first: FirstData = {
    ...{ slug: parts.slug, site: null, visit: told.status === 200 ? told.body : null },
    ...(isUnknown && { error: 'NO_SUCH_VISIT' as const }),
  }
  const language = languageOf(first.visit) ?? visitor.language
  const headers = { ...HTML, 'cache-control': 'no-store' }
  send(visitor, isUnknown ? 404 : 200, headers, filledPage(parts.page.html, language, first))
  return null
}

/** A receipt on a page of its own, without scripts. */
export async function sendReceipt(
  visitor: Visitor,
  token: string,
  { gate, link }: PageParts,
): Promise<Refusal | null> {
  const waitMs = gate.mayShowToken(visitor.counted)
  if (waitMs > 0) return tooFast(waitMs)
  const asked = new URLSearchParams(visitor.request.url?.split('?')[1]).get('lang')
  const chosen = asked === 'sv' || asked === 'en' ? asked : visitor.language
  const told = isTokenShaped(token)
    ? await askAmong(visitor, gate, 'read', () => link.receipt(token, chosen))
    : { answer: null }
  if ('status' in told) return told
  const page = told.answer
  if (page === null) {
    gate.wrongToken(visitor.counted, token)
    return refusals.notFound
  }
  const headers = { ...HTML, 'cache-control': 'private, no-store', vary: 'accept-language' }
  send(visitor, 200, headers, page, RECEIPT_POLICY)
  return null
}

function reading(path: string, token: string | null): Omit<DoorCall, 'address'> {
  return { method: 'GET', path, body: '', token, idempotencyKey: null }
}

function languageOf(visit: string | null): VisitLanguage | null {
  const [, language] = /"language":"(en|sv)"/.exec(visit ?? '') ?? []
  return language === 'en' || language === 'sv' ? language : null
}
