import type { Stripe } from 'stripe'
import { invalid } from '../http/refused.ts'
import { find, idOf, plan } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { tell } from '../world/tell.ts'
import { book } from './balance.ts'
import { meansOf } from './charge.ts'
import { written } from './currency.ts'
import { mergedMetadata } from './metadata.ts'
import { disputeOf } from './dispute.ts'
import { refundOf } from './refund-of.ts'

/** How long a refund takes to arrive or to come back. */
const OUTCOME_MS = 86_400_000

/** The charge that a refund names, by itself or by its intent. */
export function chargeToRefund(
  scene: Scene,
  params: { charge?: string; payment_intent?: string },
): Stripe.Charge {
  if (params.charge !== undefined) return find(scene, 'charge', params.charge, 'charge')
  if (params.payment_intent === undefined) {
    throw invalid(
      'One of the following params should be provided for this request: payment_intent or charge.',
      {
        code: 'parameter_missing',
      },
    )
  }
  const intent = find(scene, 'payment_intent', params.payment_intent, 'payment_intent')
  const charge = scene.world.tables.charge[idOf(intent.latest_charge) ?? '']
  if (charge === undefined || charge.status !== 'succeeded') {
    throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`)
  }
  return charge
}

/**
 * Gives money back.
 * @throws Refused above what is left, and on a charge that is disputed or given back already
 */
export function newRefund(
  scene: Scene,
  charge: Stripe.Charge,
  params: Pick<Stripe.RefundCreateParams, 'amount' | 'reason' | 'metadata'>,
): Stripe.Refund {
  const amountMinor = checkedAmount(scene, charge, params.amount)
  const means = meansOf(charge)
  const fate = fateOf(scene, charge)
  const refund = refundOf(scene, charge, {
    id: scene.newId(means === 'swish' ? 'pyr' : 're'),
    amount: amountMinor,
    destination_details:
      means === 'swish'
        ? {
            swish: { network_decline_code: null, reference: null, reference_status: 'pending' },
            type: 'swish',
          }
        : {
            card: {
              reference_status: 'pending',
              reference_type: 'acquirer_reference_number',
              type: 'refund',
            },
            type: 'card',
          },
    metadata: mergedMetadata({}, params.metadata),
    ...(fate === 'pends' ? { pending_reason: 'processing', status: 'pending' } : {}),
    reason: params.reason ?? null,
  })
  refund.balance_transaction = book(scene, {
    type: means === 'swish' ? 'payment_refund' : 'refund',
    category: 'refund',
    amountMinor: -amountMinor,
    feeMinor: 0,
    currency: charge.currency,
    source: refund.id,
    description: charge.description,
  }).id
  scene.world.tables.refund[refund.id] = refund
  charge.amount_refunded += amountMinor
  charge.refunded = charge.amount_refunded === charge.amount
  if (fate === 'pends') plan(scene, scene.now + OUTCOME_MS, 'refund-succeeds', refund.id)
  if (fate === 'fails') plan(scene, scene.now + OUTCOME_MS, 'refund-fails', refund.id)
  tell(scene, 'refund.created', refund)
  tell(scene, 'charge.refunded', charge)
  return refund
}

function checkedAmount(scene: Scene, charge: Stripe.Charge, asked: number | undefined): number {
  if (charge.status !== 'succeeded') {
    throw invalid(
      `Charge ${charge.id} cannot be refunded because it has a status of ${charge.status}.`,
    )
  }
  if (charge.refunded) {
    throw invalid(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    })
  }
  if (!charge.captured) {
    throw invalid(
      `This PaymentIntent (${idOf(charge.payment_intent)}) does not have a successful charge to refund.`,
    )
  }
  const dispute = disputeOf(scene, charge)
  if (dispute !== null && !dispute.is_charge_refundable) {
    throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    })
  }
  const restMinor = charge.amount - charge.amount_refunded
  const amountMinor = asked ?? restMinor
  if (amountMinor < 1) {
    throw invalid('Invalid positive integer', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
  }
  if (amountMinor > restMinor) {
    throw invalid(
      `Refund amount (${written(amountMinor, charge.currency)}) is greater than unrefunded amount on charge (${written(restMinor, charge.currency)})`,
      { param: 'amount' },
    )
  }
  return amountMinor
}

function fateOf({ world }: Scene, charge: Stripe.Charge): 'succeeds' | 'pends' | 'fails' {
  const fate = world.instruments[idOf(charge.payment_method) ?? '']?.refund ?? 'succeeds'
  // Swish gives back in its own time.
  return fate === 'succeeds' && meansOf(charge) === 'swish' ? 'pends' : fate
}

/** A refund that was pending has arrived. */
export function refundSucceeds(scene: Scene, refund: Stripe.Refund): void {
  if (refund.status !== 'pending') return
  refund.status = 'succeeded'
  delete refund.pending_reason
  tell(scene, 'refund.updated', refund, { status: 'pending' })
  tell(scene, 'charge.refund.updated', refund, { status: 'pending' })
}

/** A refund comes back: the money is in the balance again, and so is the right to give it back. */
export function refundFails(scene: Scene, refund: Stripe.Refund, reason: string): void {
  if (refund.status !== 'pending' && refund.status !== 'succeeded') return
  const before = { status: refund.status }
  refund.status = 'failed'
  refund.failure_reason = reason
  delete refund.pending_reason
  refund.failure_balance_transaction = giveBack(scene, refund)
  tell(scene, 'refund.updated', refund, before)
  tell(scene, 'charge.refund.updated', refund, before)
  tell(scene, 'refund.failed', refund)
}

/**
 * Calls a refund off.
 * @throws Refused: only one that waits for its receiver can be
 */
export function cancelRefund(scene: Scene, refund: Stripe.Refund): void {
  if (refund.status !== 'requires_action') {
    throw invalid(
      `You cannot cancel this refund because it has a status of ${refund.status}. Only a refund with a status of requires_action may be canceled.`,
    )
  }
  refund.status = 'canceled'
  giveBack(scene, refund)
  tell(scene, 'refund.updated', refund, { status: 'requires_action' })
}

function giveBack(scene: Scene, refund: Stripe.Refund): string {
  const charge = find(scene, 'charge', idOf(refund.charge) ?? '')
  charge.amount_refunded -= refund.amount
  charge.refunded = false
  return book(scene, {
    type: meansOf(charge) === 'swish' ? 'payment_failure_refund' : 'refund_failure',
    category: 'refund_failure',
    amountMinor: refund.amount,
    feeMinor: 0,
    currency: refund.currency,
    source: refund.id,
    description: 'REFUND FAILURE',
  }).id
}
