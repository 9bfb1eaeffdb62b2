import { expect, it } from 'vitest'
import { newBench, NOON, refusal } from '../test-bench/client.ts'

it('a payment past Stripe is reported, given back in parts, and moves no balance', async () => {
  const { stripe } = newBench()
  const record = await stripe.paymentRecords.reportPayment({
    amount_requested: { currency: 'sek', value: 12_500 },
    initiated_at: NOON / 1000,
    payment_method_details: { type: 'custom', custom: { display_name: 'Cash' } },
    processor_details: { type: 'custom', custom: { payment_reference: 'receipt 17' } },
    outcome: 'guaranteed',
    guaranteed: { guaranteed_at: NOON / 1000 },
    metadata: { payment: 'p1' },
  })
  expect(record).toMatchObject({
    amount_guaranteed: { currency: 'sek', value: 12_500 },
    payment_method_details: { custom: { display_name: 'Cash' } },
    processor_details: { custom: { payment_reference: 'receipt 17' } },
    metadata: { payment: 'p1' },
    reported_by: 'self',
  })
  const back = (value: number) =>
    stripe.paymentRecords.reportRefund(record.id, {
      outcome: 'refunded',
      processor_details: { type: 'custom', custom: { refund_reference: 'back' } },
      amount: { currency: 'sek', value },
      refunded: { refunded_at: NOON / 1000 },
    })
  expect((await back(2500)).amount_refunded.value).toBe(2500)
  expect((await refusal(back(10_001))).param).toBe('amount[value]')
  expect((await stripe.paymentRecords.retrieve(record.id)).amount_refunded.value).toBe(2500)
  expect((await stripe.balanceTransactions.list()).data).toEqual([])
})
