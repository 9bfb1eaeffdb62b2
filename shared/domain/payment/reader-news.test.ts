import { expect, test } from 'vitest'
import { aPayment } from './payment-fixture.ts'
import { readerFailure, readerOf } from './reader-news.ts'
import { aStripeReader } from './stripe-fixture.ts'
import type { StripeReader } from './stripe-object.ts'

const NOW = Date.UTC(2026, 10, 2, 13)
const payment = aPayment({ means: 'reader', readerId: 'tmr_1', stripePaymentIntentId: 'pi_1' })

const doing = (
  status: 'failed' | 'in_progress' | 'succeeded',
  payment_intent = 'pi_1',
): StripeReader =>
  aStripeReader({
    action: {
      type: 'process_payment_intent',
      status,
      failure_code: status === 'failed' ? 'customer_canceled' : null,
      failure_message: status === 'failed' ? 'The customer pressed cancel.' : null,
      process_payment_intent: { payment_intent },
    },
  })

test('a reader is busy with a payment while it takes its card', () => {
  expect(readerOf(doing('in_progress'), NOW).busyWith).toBe('pi_1')
  expect(readerOf(doing('failed'), NOW).busyWith).toBeNull()
})

test('what a reader could not take has failed, and the desk is told why', () => {
  expect(readerFailure(payment, doing('failed'), NOW)).toMatchObject({
    state: 'failed',
    failureCode: 'customer_canceled',
  })
})

test('a payment goes on while the reader does, while the reader failed at another’s, and once it is paid', () => {
  expect(readerFailure(payment, doing('in_progress'), NOW)).toBeNull()
  expect(readerFailure(payment, doing('failed', 'pi_2'), NOW)).toBeNull()
  expect(readerFailure({ ...payment, state: 'paid' }, doing('failed'), NOW)).toBeNull()
})
