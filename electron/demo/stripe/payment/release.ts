import type { Stripe } from 'stripe'
import type { Scene } from '../world/scene.ts'
import { tell } from '../world/tell.ts'
import { refundOf } from './refund-of.ts'

/** Lets go of what is held on a card. A refund says so, without a movement of the balance. */
export function release(
  scene: Scene,
  charge: Stripe.Charge,
  amountMinor: number,
  reason: Stripe.Refund.Reason | null,
): void {
  const refund = refundOf(scene, charge, {
    amount: amountMinor,
    destination_details: { card: { type: 'reversal' }, type: 'card' },
    reason,
  })
  scene.world.tables.refund[refund.id] = refund
  charge.amount_refunded += amountMinor
  charge.refunded = charge.amount_refunded === charge.amount
  tell(scene, 'refund.created', refund)
}
