import type { Stripe } from 'stripe'
import { seconds } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'

/** A refund of a charge that is done, without a movement of the balance, save for what is told. Nothing is written down. */
export function refundOf(
  scene: Scene,
  charge: Stripe.Charge,
  told: Pick<Stripe.Refund, 'amount' | 'destination_details' | 'reason'> & Partial<Stripe.Refund>,
): Stripe.Refund {
  return {
    id: scene.newId('re'),
    object: 'refund',
    balance_transaction: null,
    charge: charge.id,
    created: seconds(scene),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
    ...told,
  }
}
