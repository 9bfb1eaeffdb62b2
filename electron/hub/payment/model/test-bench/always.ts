import { idOf } from '../../../../../shared/domain/payment/stripe-object.ts'
import { voidRefunds } from '../../../../../shared/domain/payment/refunding.ts'
import type { StripeCall } from '../../../../../shared/domain/payment/stripe-call.ts'
import { fail } from './fail.ts'
import { paymentsOf, refundsOf } from './payments-of.ts'
import type { Site } from './site.ts'

/**
 * What holds at every moment, whatever is under way: nothing is thought to be taken that Stripe didn't take, nothing
 * is given back of what wasn't taken, and whatever Stripe has and the site doesn't know of yet has a call in the
 * outbox that isn't ended, for everybody to see.
 */
export async function expectAlways(site: Site): Promise<void> {
  const { books } = site
  const payments = await paymentsOf(site)
  if (payments.length === 0) return
  for (const { refundedMinor, capturedMinor, amountMinor, mode, ...row } of payments) {
    const intent = books.payment_intent[row.stripePaymentIntentId ?? '']
    const atStripeMinor = mode === 'local' ? capturedMinor : (intent?.amount_received ?? 0)
    const sums = { refundedMinor, capturedMinor, amountMinor, atStripeMinor }
    if (refundedMinor > capturedMinor) fail('given back above what was taken', sums)
    if (capturedMinor > atStripeMinor) fail('not taken at Stripe', sums)
    if (capturedMinor > amountMinor) fail('taken above what was asked for', sums)
  }
  const paying = new Set(
    payments.flatMap((row) => [row.stripePaymentIntentId, row.stripeCheckoutSessionId]),
  )
  const pages = Object.values(books['checkout.session'])
  // An intent of a page is its session's.
  const ofPages = new Set(pages.map(({ payment_intent: intent }) => idOf(intent)))
  const strangers: { id: string; metadata: Record<string, string> | null }[] = [
    ...pages.filter(({ id, status }) => !paying.has(id) && status !== 'expired'),
    ...Object.values(books.payment_intent).filter(
      ({ id, status }) => !paying.has(id) && !ofPages.has(id) && status !== 'canceled',
    ),
  ]
  const ours = await refundsOf(site)
  for (const { id, capturedMinor } of payments) {
    const own = ours.filter(({ paymentId, state }) => paymentId === id && !voidRefunds.has(state))
    // What was given back at Stripe's own desk meanwhile nobody could know here; Stripe refuses the rest.
    if (own.some(({ givenBy }) => givenBy === 'Stripe')) continue
    const wantedMinor = own.reduce((total, { amountMinor }) => total + amountMinor, 0)
    if (wantedMinor > capturedMinor) fail('wanted back above what was taken', own)
  }
  const known = new Set(ours.map(({ stripeRefundId }) => stripeRefundId))
  strangers.push(...Object.values(books.refund).filter(({ id }) => !known.has(id)))
  for (const { id, metadata } of strangers) {
    const callId = metadata?.['call_id']
    if (callId === undefined) continue
    const call = await site.store.reads.get('stripeCall', callId)
    if (!isVisible(call)) fail('at Stripe, and no call says so', { id, call })
  }
}

function isVisible(call: StripeCall | undefined): boolean {
  return call !== undefined && call.endedAt === null && call.firstSentAt !== null
}
