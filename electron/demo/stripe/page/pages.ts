import { toBuffer, toString as drawn } from 'qrcode'
import type { Stripe } from 'stripe'
import type { Controls } from '../control/controls.ts'
import { catchUp, sceneOf } from '../engine.ts'
import type { Engine } from '../engine.ts'
import { refusalOf } from '../http/refused.ts'
import { idOf } from '../world/scene.ts'
import type { World } from '../world/world.ts'
import { seeOther } from './answer.ts'
import type { PageAnswer } from './answer.ts'
import { framed, webAddress } from './frame.ts'
import { bankPage, swishPage } from './holder-page.ts'
import { html } from './html.ts'
import { payPage } from './pay-page.ts'
import { readersPage } from './readers-page.ts'
import { readerOf } from './words.ts'
import type { Reader } from './words.ts'

/** A browser's request; `path` has its query. */
export type PageRequest = { method: string; path: string; body: string; acceptLanguage: string }
/** Answers a browser. */
export type ShowPage = (request: PageRequest) => Promise<PageAnswer>

type Visit = {
  reader: Reader
  world: World
  controls: Controls
  /** What a form brought; null when a page is only looked at. */
  form: URLSearchParams | null
  query: URLSearchParams
}

/** The pages that people see: to pay on, of the bank, of Swish, and the readers of the desk. */
export function newPages(engine: Engine, inTest: Controls, inLive: Controls): ShowPage {
  return async ({ method, path, body, acceptLanguage }) => {
    catchUp(engine)
    const { pathname, searchParams } = new URL(path, 'http://page')
    const [, first = '', second = '', third = ''] = pathname.split('/')
    const id = first === 'c' ? third : second
    const isLive = isInWorld(engine.account.live, id)
    const visit: Visit = {
      reader: readerOf(acceptLanguage),
      world: sceneOf(engine, isLive).world,
      controls: isLive ? inLive : inTest,
      form: method === 'POST' ? new URLSearchParams(body) : null,
      query: searchParams,
    }
    const page = `${first}/${first === 'c' ? second : ''}`
    if (page === 'c/pay') return showSession(visit, id)
    if (page === 'practice/') return showReaders(visit)
    const intent = visit.world.tables.payment_intent[id]
    if (intent === undefined || (page !== '3ds/' && page !== 'swish/')) return nothing(visit.reader)
    if (page === '3ds/') return showBank(visit, intent)
    return third === '' ? showSwish(visit, intent) : drawCode(intent, third)
  }
}

function isInWorld({ tables }: World, id: string): boolean {
  return id in tables['checkout.session'] || id in tables.payment_intent
}

function nothing(reader: Reader): PageAnswer {
  const { notFound } = reader.words
  return framed(reader, { title: notFound, status: 404 }, html`<h1>${notFound}</h1>`)
}

function showSession({ reader, world, controls, form, query }: Visit, id: string): PageAnswer {
  const session = world.tables['checkout.session'][id]
  const plan = world.sessionPlans[id]
  if (session === undefined || plan === undefined) return nothing(reader)
  let failure: string | null = null
  if (form !== null && session.status === 'open') {
    failure = failureOf(() => controls.payOnPage(id, paidWith(form)))
  }
  const intent = world.tables.payment_intent[idOf(session.payment_intent) ?? ''] ?? null
  const asks = intent?.status === 'requires_action' ? askedAt(intent) : null
  if (form !== null && failure === null) return seeOther(asks ?? `/c/pay/${id}`)
  const isHeld = plan.payment.capture_method === 'manual'
  const number = form?.get('number') ?? query.get('card') ?? ''
  return payPage(reader, { session, items: plan.items, intent, isHeld, number, failure })
}

function paidWith(form: URLSearchParams): string {
  const means = form.get('means') ?? 'card'
  return means === 'card' ? (form.get('number') ?? '') : means
}

/** The page on which a payment's holder answers. */
function askedAt({ id, next_action: next }: Stripe.PaymentIntent): string {
  return next?.type === 'redirect_to_url' ? `/3ds/${id}` : `/swish/${id}`
}

function showBank(
  { reader, world, controls, form }: Visit,
  intent: Stripe.PaymentIntent,
): PageAnswer {
  if (form === null) return bankPage(reader, intent)
  refusalOf(() => controls.holderAnswers(intent.id, form.get('says') === 'yes'))
  return seeOther(wayBack(world, intent) ?? `/3ds/${intent.id}`)
}

function showSwish(
  { reader, world, controls, form }: Visit,
  intent: Stripe.PaymentIntent,
): PageAnswer {
  if (form === null) return swishPage(reader, intent)
  refusalOf(() => controls.holderAnswers(intent.id, form.get('says') === 'yes'))
  return seeOther(pageOf(world, intent) ?? `/swish/${intent.id}`)
}

/** Where a holder goes after the bank: to the page that they came from, or where the site wants them. */
function wayBack(world: World, intent: Stripe.PaymentIntent): string | null {
  return pageOf(world, intent) ?? webAddress(world.returnUrls[intent.id] ?? null)
}

function pageOf({ tables }: World, { id }: Stripe.PaymentIntent): string | null {
  const sessions = Object.values(tables['checkout.session'])
  const session = sessions.find(({ payment_intent: intent }) => idOf(intent) === id)
  return session === undefined ? null : `/c/pay/${session.id}`
}

async function drawCode(intent: Stripe.PaymentIntent, file: string): Promise<PageAnswer> {
  const data = intent.next_action?.swish_handle_redirect_or_display_qr_code?.qr_code.data
  if (data === undefined) return { status: 410, headers: {}, body: '' }
  if (file === 'qr.svg') {
    const body = await drawn(data, { type: 'svg', margin: 2 })
    return { status: 200, headers: { 'content-type': 'image/svg+xml' }, body }
  }
  return { status: 200, headers: { 'content-type': 'image/png' }, body: await toBuffer(data) }
}

function showReaders({ reader, world, controls, form }: Visit): PageAnswer {
  if (form !== null) {
    const id = form.get('reader') ?? ''
    const number = form.get('number') ?? ''
    refusalOf(() =>
      number === 'cancel' ? controls.cancelOnReader(id) : controls.presentCard(id, number),
    )
    return seeOther('/practice/readers')
  }
  const views = Object.values(world.tables['terminal.reader']).map((held) => {
    const isOffline = world.offlineReaders.includes(held.id)
    const asked = held.action?.process_payment_intent ?? held.action?.collect_payment_method
    const intent = world.tables.payment_intent[idOf(asked?.payment_intent) ?? ''] ?? null
    const status: 'offline' | 'online' = isOffline ? 'offline' : 'online'
    return { device: { ...held, status }, intent }
  })
  return readersPage(reader, views)
}

/** Why something came to nothing; null when it didn't. */
function failureOf(act: () => void): string | null {
  const refused = refusalOf(act)
  return refused && (refused.error.decline_code ?? refused.error.code ?? 'card_declined')
}
