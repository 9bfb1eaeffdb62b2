import { DAY, SECOND, type Instant } from '../../../../shared/time/instant.ts'
import {
  stripeDispute,
  stripeIntent,
  stripeRefund,
} from '../../../../shared/domain/payment/stripe-object.ts'
import type { Store } from '../../store/store.ts'
import type { StripeSide } from '../stripe-side.ts'
import type { StripeConnection } from './client.ts'
import { fetchIntent, fetchSession } from './fetch-object.ts'
import { orPassOver } from './pass-over.ts'
import { takePayouts } from './payouts.ts'
import type { Told } from './send.ts'
import { takeDispute } from './take-dispute.ts'
import { takeTold } from './take-told.ts'

const PAGE = 100
const EXPAND = ['data.latest_charge.balance_transaction']

interface FullLookParts {
  readonly store: Store
  readonly side: StripeSide
  /** Told what of Stripe's could not be taken in. */
  readonly failed: (error: unknown) => void
}

/**
 * Looks at all that may have changed at Stripe since an instant: intents that were made since then, payments that are
 * still open, refunds and payouts of the weeks before it too, and disputes of half a year before it.
 * @throws the SDK's errors
 */
export async function fullLook(
  { store, side, failed }: FullLookParts,
  { stripe, mode }: StripeConnection,
  since: Instant,
): Promise<void> {
  const take = (told: Told) => store.work('hub', (tx) => takeTold(tx, side, mode, told))
  const created = { gte: Math.floor((since - DAY) / SECOND) }
  for await (const told of stripe.paymentIntents.list({ created, limit: PAGE, expand: EXPAND }))
    await orPassOver(failed, () => take({ kind: 'intent', intent: stripeIntent.parse(told) }))
  for (const payment of await unfinished(store)) {
    if (payment.mode !== mode) continue
    const { stripeCheckoutSessionId: page, stripePaymentIntentId: intent } = payment
    await orPassOver(failed, async () => {
      if (page !== null) await take({ kind: 'session', session: await fetchSession(stripe, page) })
      else if (intent !== null)
        await take({ kind: 'intent', intent: await fetchIntent(stripe, intent) })
    })
  }
  const refunded = { gte: Math.floor((since - REFUNDED_BEFORE_MS) / SECOND) }
  for await (const told of stripe.refunds.list({ created: refunded, limit: PAGE }))
    await orPassOver(failed, () => take({ kind: 'refund', refund: stripeRefund.parse(told) }))
  const disputed = { gte: Math.floor((since - DISPUTED_BEFORE_MS) / SECOND) }
  for await (const told of stripe.disputes.list({ created: disputed, limit: PAGE }))
    await orPassOver(failed, () => {
      const dispute = stripeDispute.parse(told)
      return store.work('hub', (tx) => takeDispute(tx, side, mode, dispute))
    })
  await takePayouts(store, { stripe, mode }, since)
}

/** A refund that was given before can have come back since: Stripe tries for up to a month. */
const REFUNDED_BEFORE_MS = 60 * DAY
/** A dispute that was there before can have been decided since. */
const DISPUTED_BEFORE_MS = 180 * DAY

async function unfinished({ reads }: Store) {
  return reads.query
    .selectFrom('payment')
    .select(['mode', 'stripeCheckoutSessionId', 'stripePaymentIntentId'])
    .where('state', 'in', ['open', 'processing', 'held', 'capturing', 'unknown'])
    .execute()
}
