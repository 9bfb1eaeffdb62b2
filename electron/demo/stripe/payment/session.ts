import type { Stripe } from 'stripe'
import { invalid, refusalOf } from '../http/refused.ts'
import type { Instrument } from '../world/instrument.ts'
import { find, idOf, plan, seconds, strike } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { tell } from '../world/tell.ts'
import { confirm } from './confirm.ts'
import { checkAmount, checkedCurrency } from './currency.ts'
import { emptySession } from './empty-session.ts'
import { checkMeans, newIntent } from './intent.ts'
import { lineItems } from './line-item.ts'
import { newMethod } from './method.ts'
import { mergedMetadata } from './metadata.ts'
import { cancel } from './paid.ts'

type Session = Stripe.Checkout.Session
type CreateParams = Stripe.Checkout.SessionCreateParams

const SHORTEST_SECONDS = 30 * 60
const LONGEST_SECONDS = 24 * 3600

/**
 * Opens a page on which somebody can pay once. Nothing is taken, and there is no intent, before they do.
 * @throws Refused for what can't be paid on such a page
 */
export function newSession(scene: Scene, params: CreateParams): Session {
  if (params.mode !== 'payment') {
    throw invalid('The double takes payments alone: mode must be payment.', { param: 'mode' })
  }
  if (params.success_url === undefined && params.ui_mode !== 'embedded_page') {
    throw invalid('Missing required param: success_url.', {
      code: 'parameter_missing',
      param: 'success_url',
    })
  }
  const id = scene.newId(scene.world.livemode ? 'cs_live' : 'cs_test')
  const items = lineItems(scene, params.line_items ?? [])
  const currency = checkedCurrency(items[0]?.currency ?? '')
  const totalMinor = items.reduce((sum, { amount_total: amount }) => sum + amount, 0)
  checkAmount(totalMinor, currency, 'line_items')
  const payment = params.payment_intent_data ?? {}
  const named = params.allowed_payment_method_types ?? null
  const isHeld = payment.capture_method === 'manual'
  const means = named ?? (currency === 'sek' && !isHeld ? ['card', 'swish'] : ['card'])
  checkMeans(means, currency, payment.capture_method)
  const expiresAt = checkedExpiry(scene, params.expires_at)
  const session: Session = {
    ...emptySession(),
    id,
    allowed_payment_method_types: named,
    amount_subtotal: totalMinor,
    amount_total: totalMinor,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    created: seconds(scene),
    currency,
    customer_email: params.customer_email ?? null,
    expires_at: expiresAt,
    livemode: scene.world.livemode,
    locale: params.locale ?? null,
    metadata: mergedMetadata({}, params.metadata),
    payment_method_options: means.includes('card')
      ? { card: { request_three_d_secure: 'automatic' } }
      : {},
    payment_method_types: [...means],
    submit_type: params.submit_type ?? null,
    success_url: params.success_url ?? null,
    url: `${scene.pages}/c/pay/${id}`,
  }
  scene.world.tables['checkout.session'][id] = session
  scene.world.sessionPlans[id] = { payment, items }
  plan(scene, expiresAt * 1000, 'session-expires', id)
  return session
}

function checkedExpiry(scene: Scene, asked: number | undefined): number {
  const now = seconds(scene)
  const expiresAt = asked ?? now + LONGEST_SECONDS
  if (expiresAt < now + SHORTEST_SECONDS) {
    throw invalid(
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
      { param: 'expires_at' },
    )
  }
  if (expiresAt > now + LONGEST_SECONDS) {
    throw invalid(
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
      { param: 'expires_at' },
    )
  }
  return expiresAt
}

/**
 * Somebody pays on the page: at once, or after they have said yes elsewhere.
 * @throws Refused with 402 when the card is declined; the page stays open then
 */
export function paySession(scene: Scene, session: Session, instrument: Instrument): void {
  if (session.status !== 'open') {
    throw invalid(`This Checkout Session has a status of ${String(session.status)}.`)
  }
  const intent = intentOf(scene, session)
  const method = newMethod(scene, instrument)
  confirm(scene, intent, { method, returnUrl: session.url, isAlone: false, reader: null })
  completeSession(scene, intent)
}

function intentOf(scene: Scene, session: Session): Stripe.PaymentIntent {
  const known = idOf(session.payment_intent)
  if (known !== null) return find(scene, 'payment_intent', known)
  const { payment } = sessionPlan(scene, session)
  const intent = newIntent(scene, {
    amount: session.amount_total ?? 0,
    currency: session.currency ?? '',
    allowed_payment_method_types: session.payment_method_types.filter(
      (type): type is 'card' | 'swish' => type === 'card' || type === 'swish',
    ),
    ...(payment.capture_method === undefined ? {} : { capture_method: payment.capture_method }),
    ...(payment.description === undefined ? {} : { description: payment.description }),
    ...(payment.metadata === undefined ? {} : { metadata: payment.metadata }),
  })
  session.payment_intent = intent.id
  return intent
}

/** What a session will make its intent of. */
export function sessionPlan({ world }: Scene, { id }: Session) {
  const known = world.sessionPlans[id]
  if (known === undefined) throw new Error(`${id} has no plan`)
  return known
}

/** Closes the page whose intent is paid or held; nothing for an intent without a page. */
export function completeSession(scene: Scene, intent: Stripe.PaymentIntent): void {
  if (intent.status !== 'succeeded' && intent.status !== 'requires_capture') return
  const session = sessionOf(scene, intent)
  if (session === null) return
  const wasOpen = session.status === 'open'
  session.status = 'complete'
  session.url = null
  // Money that is only held isn't in the account yet.
  session.payment_status = intent.status === 'succeeded' ? 'paid' : 'unpaid'
  if (!wasOpen) return
  session.customer_details = {
    address: null,
    business_name: null,
    email: session.customer_email,
    individual_name: null,
    name: null,
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  }
  strike(scene, 'session-expires', session.id)
  tell(scene, 'checkout.session.completed', session)
}

function sessionOf({ world }: Scene, { id }: Stripe.PaymentIntent): Session | null {
  const sessions = Object.values(world.tables['checkout.session'])
  return sessions.find(({ payment_intent: intent }) => idOf(intent) === id) ?? null
}

/**
 * Closes a page that nobody paid on.
 * @throws Refused for one that is closed already
 */
export function expireSession(scene: Scene, session: Session): void {
  if (session.status !== 'open') {
    throw invalid(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${String(session.status)}.`,
    )
  }
  session.status = 'expired'
  session.url = null
  strike(scene, 'session-expires', session.id)
  const intent = scene.world.tables.payment_intent[idOf(session.payment_intent) ?? '']
  if (intent !== undefined) refusalOf(() => cancel(scene, intent, 'automatic'))
  tell(scene, 'checkout.session.expired', session)
}
