import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Dispute } from './dispute.ts'
import { aPayment, aRefund } from './payment-fixture.ts'
import { refundState } from './refund.ts'
import { refundable, refundRefusal } from './refunding.ts'

const paid = aPayment({ state: 'paid', capturedMinor: 10_000 })
const dispute: Dispute = {
  ...{
    id: 'dp_1',
    paymentId: paid.id,
    stripeChargeId: 'ch_1',
    amountMinor: 10_000,
    currency: 'SEK',
  },
  ...{ reason: 'fraudulent', status: 'needs_response', isChargeRefundable: false },
  ...{ withdrawnMinor: 0, feeMinor: 0, evidenceDueBy: null, createdAt: 0, updatedAt: 0 },
}

test('what was taken may be given back, less what is given back or on its way', () => {
  const refunds = [
    aRefund({ amountMinor: 3_000, state: 'succeeded' }),
    aRefund({ amountMinor: 1_000, state: 'requested' }),
    aRefund({ amountMinor: 500, state: 'unknown' }),
    aRefund({ amountMinor: 2_000, state: 'failed' }),
  ]
  expect(refundable(paid, refunds, [])).toEqual({ refundableMinor: 5_500, notRefundable: null })
})

test('nothing is given back of what was not taken, of what nobody knows, and of what is given back', () => {
  expect(refundable(aPayment({ state: 'held' }), [], []).notRefundable).toBe('notPaid')
  expect(refundable(aPayment({ state: 'unknown' }), [], []).notRefundable).toBe('unknown')
  const all = [aRefund({ amountMinor: 10_000, state: 'pending' })]
  expect(refundable(paid, all, []).notRefundable).toBe('allRefunded')
})

test('a disputed payment is given back by its bank, unless the dispute leaves it to us or is won', () => {
  expect(refundable(paid, [], [dispute]).notRefundable).toBe('disputed')
  expect(refundable(paid, [], [{ ...dispute, isChargeRefundable: true }]).refundableMinor).toBe(
    10_000,
  )
  expect(refundable(paid, [], [{ ...dispute, status: 'won' }]).refundableMinor).toBe(10_000)
  expect(refundable(paid, [], [{ ...dispute, status: 'lost' }]).notRefundable).toBe('disputed')
})

test('however many refunds are asked for, never more is on its way back than was taken', () => {
  const wishes = fc.array(
    fc.record({
      amountMinor: fc.integer({ min: 1, max: 12_000 }),
      becomes: fc.constantFrom(...refundState.options),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(wishes, (all) => {
      const refunds: ReturnType<typeof aRefund>[] = []
      for (const { amountMinor, becomes } of all) {
        if (refundRefusal(amountMinor, refundable(paid, refunds, [])) !== null) continue
        refunds.push(aRefund({ amountMinor, state: becomes }))
      }
      const out = refunds.filter(({ state }) => state !== 'failed' && state !== 'canceled')
      expect(out.reduce((sum, one) => sum + one.amountMinor, 0)).toBeLessThanOrEqual(10_000)
    }),
  )
})
