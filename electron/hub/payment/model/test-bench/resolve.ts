import type { StripeCall } from '../../../../../shared/domain/payment/stripe-call.ts'
import { type ResolveWish, resolvePayment } from '../../resolve.ts'
import type { Site } from './site.ts'

/** The calls of which nobody knows what became. */
export async function unknownCalls({ store }: Site): Promise<StripeCall[]> {
  const unended = await store.reads.find('stripeCall', { endedAt: null })
  return unended.filter(({ state }) => state === 'unknown')
}

/** A person resolves one at the desk. */
export function resolveOne(
  site: Site,
  { paymentId, refundId, kind }: StripeCall,
  how: ResolveWish['how'],
): Promise<void> {
  site.cameAbout.add(`unknown ${kind}`)
  const wish = { paymentId, refundId, how, note: 'Looked up at Stripe' }
  return site.step((money, store) => {
    const { side, stripe } = money.payments
    const parts = { store, side, newKey: () => crypto.randomUUID(), lookNow: stripe.lookNow }
    return resolvePayment(parts, 'desk', wish)
  })
}
