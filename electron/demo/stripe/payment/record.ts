import type { Stripe } from 'stripe'
import { invalid } from '../http/refused.ts'
import { seconds } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { checkedCurrency } from './currency.ts'
import { mergedMetadata } from './metadata.ts'
import { nobody } from './method.ts'

/** Takes in a payment that was made past Stripe, such as cash. No money moves. */
export function reportPayment(
  scene: Scene,
  params: Stripe.PaymentRecordReportPaymentParams,
): Stripe.PaymentRecord {
  const currency = checkedCurrency(params.amount_requested.currency)
  const { value } = params.amount_requested
  const of = (amount: number) => ({ currency, value: amount })
  const { outcome } = params
  const record: Stripe.PaymentRecord = {
    id: scene.newId('pr'),
    object: 'payment_record',
    amount: of(value),
    amount_authorized: of(outcome === 'guaranteed' ? value : 0),
    amount_canceled: of(outcome === 'canceled' ? value : 0),
    amount_failed: of(outcome === 'failed' ? value : 0),
    amount_guaranteed: of(outcome === 'guaranteed' ? value : 0),
    amount_refunded: of(0),
    amount_requested: of(value),
    application: null,
    created: seconds(scene),
    customer_details: null,
    customer_presence: params.customer_presence ?? null,
    description: params.description ?? null,
    latest_payment_attempt_record: scene.newId('par'),
    livemode: scene.world.livemode,
    metadata: mergedMetadata({}, params.metadata),
    payment_method_details: {
      billing_details: nobody(),
      custom: {
        display_name: params.payment_method_details.custom?.display_name ?? '',
        type: params.payment_method_details.custom?.type ?? null,
      },
      payment_method: params.payment_method_details.payment_method ?? null,
      type: 'custom',
    },
    processor_details: {
      custom: {
        payment_reference: params.processor_details?.custom?.payment_reference ?? null,
      },
      type: 'custom',
    },
    reported_by: 'self',
    shipping_details: null,
  }
  scene.world.tables.payment_record[record.id] = record
  return record
}

/**
 * Takes in that such a payment was given back.
 * @throws Refused above what is left of it
 */
export function reportRefund(
  record: Stripe.PaymentRecord,
  params: Stripe.PaymentRecordReportRefundParams,
): Stripe.PaymentRecord {
  const left = record.amount_guaranteed.value - record.amount_refunded.value
  const value = params.amount?.value ?? left
  if (value > left || value < 1) {
    throw invalid(`Refund amount (${value}) is greater than the amount left to refund (${left}).`, {
      param: 'amount[value]',
    })
  }
  record.amount_refunded = {
    ...record.amount_refunded,
    value: record.amount_refunded.value + value,
  }
  record.metadata = mergedMetadata(record.metadata, params.metadata)
  return record
}
