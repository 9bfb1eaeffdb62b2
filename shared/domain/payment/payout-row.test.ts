import { expect, test } from 'vitest'
import { aPayment, aRefund } from './payment-fixture.ts'
import { explainRow } from './payout-row.ts'
import type { StripeBalanceTransaction } from './stripe-object.ts'

const row = (told: Partial<StripeBalanceTransaction> = {}): StripeBalanceTransaction => ({
  ...{ id: 'txn_1', amount: 10_000, created: 0, currency: 'sek', fee: 290, net: 9_710 },
  ...{ source: 'ch_1', type: 'charge', ...told },
})
const payment = aPayment({ state: 'paid', capturedMinor: 10_000, feeMinor: 290 })
const nobody = { payment: undefined, refund: undefined, dispute: undefined }

test('a row of a payment that we have is explained', () => {
  expect(explainRow(row(), { ...nobody, payment })).toMatchObject({
    paymentId: payment.id,
    difference: null,
    learntFeeMinor: null,
  })
})

test('what isn’t ours, isn’t as much, or was never entered is told apart', () => {
  expect(explainRow(row(), nobody).difference).toBe('notOurs')
  expect(explainRow(row({ amount: 9_000 }), { ...nobody, payment }).difference).toBe('amount')
  const open = { ...payment, capturedMinor: 0 }
  expect(explainRow(row(), { ...nobody, payment: open }).difference).toBe('unposted')
})

test('a fee that was not known is learnt from the payout, and one of Stripe’s own is entered', () => {
  const unknown = { ...payment, feeMinor: null }
  expect(explainRow(row(), { ...nobody, payment: unknown }).learntFeeMinor).toBe(290)
  const own = row({ type: 'stripe_fee', amount: -500, fee: 0, source: null })
  expect(explainRow(own, nobody)).toMatchObject({ ownFeeMinor: 500, difference: null })
})

test('a refund’s row has its amount with the sign turned, and so has one that came back', () => {
  const refund = aRefund({ state: 'succeeded' })
  const given = row({ amount: -1_000, type: 'refund' })
  expect(explainRow(given, { ...nobody, payment, refund }).difference).toBeNull()
  const back = row({ amount: 1_000, type: 'refund_failure' })
  const failed = { ...refund, state: 'failed' as const }
  expect(explainRow(back, { ...nobody, payment, refund: failed }).difference).toBeNull()
  expect(explainRow(given, { ...nobody, refund: aRefund() }).difference).toBe('unposted')
})
