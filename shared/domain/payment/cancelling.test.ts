import { expect, test } from 'vitest'
import { cancelling } from './cancelling.ts'
import { aPayment } from './payment-fixture.ts'
import { aCall } from './call-fixture.ts'

test('what Stripe was never told of is cancelled at once; what it may have heard of, Stripe is asked to end', () => {
  const requested = aPayment({ state: 'requested' })
  expect(cancelling(requested, [aCall()])).toBe('atOnce')
  expect(cancelling(requested, [aCall({ state: 'sent', firstSentAt: 1 })])).toBe('expirePage')
  expect(cancelling({ ...requested, means: 'swish' }, [aCall({ firstSentAt: 1 })])).toBe(
    'cancelIntent',
  )
})

test('a page is expired while its payer is on it; a hold is let go by its intent', () => {
  const done = [aCall({ state: 'done', firstSentAt: 1 })]
  const open = aPayment({ stripeCheckoutSessionId: 'cs_1' })
  expect(cancelling(open, done)).toBe('expirePage')
  expect(cancelling({ ...open, state: 'held', stripePaymentIntentId: 'pi_1' }, done)).toBe(
    'cancelIntent',
  )
})

test.each([
  'processing',
  'capturing',
  'paid',
  'failed',
  'cancelled',
  'expired',
  'unknown',
] as const)('a payment that is %s can’t be cancelled', (state) => {
  expect(cancelling(aPayment({ state }), [])).toBe('notNow')
})
