import type { Stripe } from 'stripe'
import { seconds } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { tell } from '../world/tell.ts'

/** Lets go of what is held on a card. A refund says so, without a movement of the balance. */
export function release(
  scene: Scene,
  charge: Stripe.Charge,
  amountMinor: number,
  reason: Stripe.Refund.Reason | null,
): void {
  const refund: Stripe.Refund = {
    id: scene.newId('re'),
    object: 'refund',
    amount: amountMinor,
    balance_transaction: null,
    charge: charge.id,
    created: seconds(scene),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: { card: { type: 'reversal' }, type: 'card' },
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  }
  scene.world.tables.refund[refund.id] = refund
  charge.amount_refunded += amountMinor
  charge.refunded = charge.amount_refunded === charge.amount
  tell(scene, 'refund.created', refund)
}
