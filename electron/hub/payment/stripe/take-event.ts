import { intentOn } from '../../../../shared/domain/payment/reader-news.ts'
import { idOf, type StripeEvent } from '../../../../shared/domain/payment/stripe-object.ts'
import type { Store } from '../../store/store.ts'
import type { StripeSide } from '../stripe-side.ts'
import type { StripeConnection } from './client.ts'
import {
  fetchDispute,
  fetchIntent,
  fetchReader,
  fetchRefund,
  fetchSession,
} from './fetch-object.ts'
import type { Told } from './send.ts'
import { takeDispute } from './take-dispute.ts'
import { takeTold } from './take-told.ts'

interface EventTaking {
  readonly store: Store
  readonly side: StripeSide
  /** Told when something happened to a payout. */
  readonly payoutsChanged: () => void
}

/**
 * Fetches the object that something happened to, as it is now, and takes it in; what is none of ours is left alone.
 * What happened to a payment may be listed before the payment itself, so that is taken in first.
 * @throws the SDK's errors
 */
export async function takeEvent(
  { store, side, payoutsChanged }: EventTaking,
  { stripe, mode }: StripeConnection,
  { data: { object } }: StripeEvent,
): Promise<void> {
  const take = (told: Told) => store.work('hub', (tx) => takeTold(tx, side, mode, told))
  const takeIntent = async (id: string) => {
    await take({ kind: 'intent', intent: await fetchIntent(stripe, id) })
  }
  /** Whether it is of a payment of ours. */
  const isOurs = async (intentId: string | null): Promise<boolean> => {
    if (intentId === null) return false
    if (!(await isKnownIntent(store, intentId))) await takeIntent(intentId)
    return isKnownIntent(store, intentId)
  }
  const namesPayment = object.metadata?.['payment_id'] !== undefined
  switch (object.object) {
    case 'payment_intent':
      if (namesPayment || (await isKnownIntent(store, object.id))) await takeIntent(object.id)
      return
    case 'checkout.session':
      if (namesPayment)
        await take({ kind: 'session', session: await fetchSession(stripe, object.id) })
      return
    case 'charge': {
      const intentId = idOf(object.payment_intent)
      if (intentId !== null && (await isOurs(intentId))) await takeIntent(intentId)
      return
    }
    case 'refund':
      if (await isOurs(idOf(object.payment_intent)))
        await take({ kind: 'refund', refund: await fetchRefund(stripe, object.id) })
      return
    case 'dispute': {
      const dispute = await fetchDispute(stripe, object.id)
      await isOurs(idOf(dispute.payment_intent))
      await store.work('hub', (tx) => takeDispute(tx, side, mode, dispute))
      return
    }
    case 'terminal.reader': {
      const reader = await fetchReader(stripe, object.id)
      await take({ kind: 'reader', reader })
      const intentId = intentOn(reader)
      if (intentId !== null && (await isKnownIntent(store, intentId))) await takeIntent(intentId)
      return
    }
    case 'payout':
      payoutsChanged()
      return
    default:
  }
}

async function isKnownIntent(store: Store, id: string): Promise<boolean> {
  return (await store.reads.find('payment', { stripePaymentIntentId: id })).length > 0
}
