import type { Stripe } from 'stripe'
import { invalid } from '../http/refused.ts'
import { find, idOf, seconds } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { tell } from '../world/tell.ts'
import { book, disputeFeeMinor } from './balance.ts'
import { mergedMetadata } from './metadata.ts'
import { meansOf } from './charge.ts'

const DAY_SECONDS = 86_400
const ANSWER_DAYS = 9

/** The dispute of a charge; null when nobody disputes it. */
export function disputeOf({ world }: Scene, charge: Stripe.Charge): Stripe.Dispute | null {
  const disputes = Object.values(world.tables.dispute)
  return disputes.find((dispute) => idOf(dispute.charge) === charge.id) ?? null
}

/**
 * The bank takes a charge back; the holder says it wasn't right. Nothing when it is disputed already.
 * @param reason such as `fraudulent` or `product_not_received`
 * @throws Refused for a charge that can't be disputed: Swish payments and what was never captured
 */
export function openDispute(scene: Scene, charge: Stripe.Charge, reason: string): Stripe.Dispute {
  const known = disputeOf(scene, charge)
  if (known !== null) return known
  const takenMinor = charge.amount - charge.amount_refunded
  if (!charge.captured || takenMinor === 0 || meansOf(charge) === 'swish') {
    throw invalid(`Charge ${charge.id} cannot be disputed.`, { param: 'charge' })
  }
  const brand = charge.payment_method_details?.card?.brand ?? 'visa'
  const dispute: Stripe.Dispute = {
    id: scene.newId('du'),
    object: 'dispute',
    amount: takenMinor,
    balance_transactions: [],
    charge: charge.id,
    created: seconds(scene),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: noEvidence(),
    evidence_details: {
      due_by: seconds(scene) + ANSWER_DAYS * DAY_SECONDS,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: scene.world.livemode,
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method_details: {
      card: { brand, case_type: 'chargeback', network: brand, network_reason_code: '10.4' },
      type: 'card',
    },
    reason,
    status: 'needs_response',
  }
  scene.world.tables.dispute[dispute.id] = dispute
  charge.disputed = true
  move(scene, dispute, -takenMinor, disputeFeeMinor(charge.currency))
  tell(scene, 'charge.dispute.created', dispute)
  tell(scene, 'charge.dispute.funds_withdrawn', dispute)
  tell(scene, 'charge.updated', charge, { disputed: false })
  return dispute
}

/**
 * Takes in what speaks for the charge.
 * @throws Refused once the dispute is over
 */
export function answerDispute(
  scene: Scene,
  dispute: Stripe.Dispute,
  params: Stripe.DisputeUpdateParams,
): void {
  if (isOver(dispute) || dispute.evidence_details.submission_count > 0) {
    throw invalid('This dispute is no longer accepting evidence.')
  }
  const { enhanced_evidence: _, ...evidence } = params.evidence ?? {}
  Object.assign(dispute.evidence, evidence)
  dispute.metadata = mergedMetadata(dispute.metadata, params.metadata)
  dispute.evidence_details.has_evidence = Object.keys(evidence).length > 0
  // Evidence is submitted unless it is told to wait.
  if (params.submit !== false && dispute.evidence_details.has_evidence) {
    dispute.evidence_details.submission_count += 1
    dispute.evidence_details.submission_method = 'manual'
    dispute.status = 'under_review'
  }
  tell(scene, 'charge.dispute.updated', dispute)
}

/**
 * The bank decides, or the site gives in.
 * @throws Refused once it is decided
 */
export function closeDispute(scene: Scene, dispute: Stripe.Dispute, status: 'won' | 'lost'): void {
  if (isOver(dispute)) throw invalid('This dispute is already closed.')
  dispute.status = status
  if (status === 'won') {
    move(scene, dispute, dispute.amount, 0)
    tell(scene, 'charge.dispute.funds_reinstated', dispute)
  }
  tell(scene, 'charge.dispute.closed', dispute)
}

function isOver({ status }: Stripe.Dispute): boolean {
  return status === 'won' || status === 'lost'
}

function move(scene: Scene, dispute: Stripe.Dispute, amountMinor: number, feeMinor: number): void {
  const charge = find(scene, 'charge', idOf(dispute.charge) ?? '')
  const isOut = amountMinor < 0
  const transaction = book(scene, {
    type: 'adjustment',
    category: isOut ? 'dispute' : 'dispute_reversal',
    amountMinor,
    feeMinor,
    currency: dispute.currency,
    source: dispute.id,
    description: `${isOut ? 'Chargeback withdrawal' : 'Chargeback reversal'} for ${charge.id}`,
  })
  dispute.balance_transactions.push(transaction)
}

function noEvidence(): Stripe.Dispute.Evidence {
  return {
    access_activity_log: null,
    billing_address: null,
    cancellation_policy: null,
    cancellation_policy_disclosure: null,
    cancellation_rebuttal: null,
    customer_communication: null,
    customer_email_address: null,
    customer_name: null,
    customer_purchase_ip: null,
    customer_signature: null,
    duplicate_charge_documentation: null,
    duplicate_charge_explanation: null,
    duplicate_charge_id: null,
    enhanced_evidence: {},
    product_description: null,
    receipt: null,
    refund_policy: null,
    refund_policy_disclosure: null,
    refund_refusal_explanation: null,
    service_date: null,
    service_documentation: null,
    shipping_address: null,
    shipping_carrier: null,
    shipping_date: null,
    shipping_documentation: null,
    shipping_tracking_number: null,
    uncategorized_file: null,
    uncategorized_text: null,
  }
}
