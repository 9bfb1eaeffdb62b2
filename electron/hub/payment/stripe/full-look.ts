import { DAY, SECOND, type Instant } from '../../../../shared/time/instant.ts'
import { stripeDispute, stripeRefund } from '../../../../shared/domain/payment/stripe-object.ts'
import { stripeIntent } from '../../../../shared/domain/payment/stripe-object.ts'
import type { Store } from '../../store/store.ts'
import type { StripeSide } from '../stripe-side.ts'
import type { StripeConnection } from './client.ts'
import { fetchIntent, fetchSession } from './fetch-object.ts'
import { takePayouts } from './payouts.ts'
import { takeDispute } from './take-dispute.ts'
import { takeTold } from './take-told.ts'

const PAGE = 100
const EXPAND = ['data.latest_charge.balance_transaction']

/**
 * Looks at all that may have changed at Stripe since an instant: payments that were open; intents, refunds, disputes and
 * payouts that were made since then; and those of a payment's last half year, in which a bank may still take it back.
 * @throws the SDK's errors
 */
export async function fullLook(
  { store, side }: { store: Store; side: StripeSide },
  { stripe, mode }: StripeConnection,
  since: Instant,
): Promise<void> {
  const created = { gte: Math.floor((since - DAY) / SECOND) }
  for await (const told of stripe.paymentIntents.list({ created, limit: PAGE, expand: EXPAND })) {
    const intent = stripeIntent.parse(told)
    await store.work('hub', (tx) => takeTold(tx, side, mode, { kind: 'intent', intent }))
  }
  for (const payment of await unfinished(store)) {
    if (payment.mode !== mode) continue
    const { stripeCheckoutSessionId, stripePaymentIntentId } = payment
    if (stripeCheckoutSessionId !== null) {
      const session = await fetchSession(stripe, stripeCheckoutSessionId)
      await store.work('hub', (tx) => takeTold(tx, side, mode, { kind: 'session', session }))
    } else if (stripePaymentIntentId !== null) {
      const intent = await fetchIntent(stripe, stripePaymentIntentId)
      await store.work('hub', (tx) => takeTold(tx, side, mode, { kind: 'intent', intent }))
    }
  }
  // A refund that was given before can have come back since: Stripe tries for up to a month.
  const refunded = { gte: Math.floor((since - 2 * KEPT_BEFORE_MS) / SECOND) }
  for await (const told of stripe.refunds.list({ created: refunded, limit: PAGE })) {
    const refund = stripeRefund.parse(told)
    await store.work('hub', (tx) => takeTold(tx, side, mode, { kind: 'refund', refund }))
  }
  const disputed = { gte: Math.floor((since - DISPUTED_BEFORE_MS) / SECOND) }
  for await (const told of stripe.disputes.list({ created: disputed, limit: PAGE })) {
    const dispute = stripeDispute.parse(told)
    await store.work('hub', (tx) => takeDispute(tx, side, mode, dispute))
  }
  await takePayouts(store, { stripe, mode }, since)
}

const KEPT_BEFORE_MS = 30 * DAY
const DISPUTED_BEFORE_MS = 180 * DAY

async function unfinished({ reads }: Store) {
  return reads.query
    .selectFrom('payment')
    .select(['mode', 'stripeCheckoutSessionId', 'stripePaymentIntentId'])
    .where('state', 'in', ['open', 'processing', 'held', 'capturing', 'unknown'])
    .execute()
}
