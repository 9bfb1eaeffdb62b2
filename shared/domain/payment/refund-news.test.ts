import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aPayment, aRefund } from './payment-fixture.ts'
import { adoptedRefund, isRelease, refundNews } from './refund-news.ts'
import { aStripeRefund } from './stripe-fixture.ts'

const NOW = Date.UTC(2026, 10, 2, 13)

test('a refund that Stripe makes has given its money, once', () => {
  const news = refundNews(aRefund(), aStripeRefund({ status: 'pending' }), NOW)
  expect(news).toMatchObject({
    moved: 'given',
    patch: { state: 'pending', stripeRefundId: 're_1' },
  })
  const pending = { ...aRefund(), ...news?.patch }
  expect(refundNews(pending, aStripeRefund(), NOW)).toMatchObject({
    moved: null,
    patch: { state: 'succeeded' },
  })
})

test('a refund that had gone through and comes back has returned its money, with why', () => {
  const done = aRefund({ state: 'succeeded', stripeRefundId: 're_1' })
  const failed = aStripeRefund({ status: 'failed', failure_reason: 'lost_or_stolen_card' })
  expect(refundNews(done, failed, NOW)).toMatchObject({
    moved: 'returned',
    patch: { state: 'failed', failureReason: 'lost_or_stolen_card' },
  })
})

test('heard late, twice and in any order, a refund that failed has moved nothing in all', () => {
  const told = fc.constantFrom('pending', 'requires_action', 'succeeded', 'failed')
  fc.assert(
    fc.property(fc.array(told, { maxLength: 12 }), (order) => {
      let refund = aRefund()
      let given = 0
      for (const status of [...order, 'failed', ...order]) {
        const news = refundNews(refund, aStripeRefund({ status }), NOW)
        if (news?.moved === 'given') given += 1
        if (news?.moved === 'returned') given -= 1
        expect([0, 1]).toContain(given)
        refund = { ...refund, ...news?.patch }
      }
      expect(given).toBe(0)
      expect(refund.state).toBe('failed')
    }),
  )
})

test('a refund that somebody made at Stripe is taken in as ours, and one that lets go of a hold is none', () => {
  const told = aStripeRefund({ id: 're_9', amount: 4_200, reason: null })
  const adopted = adoptedRefund(aPayment(), told, { id: 'r9', now: NOW })
  expect(refundNews(adopted, told, NOW)).toMatchObject({ moved: 'given' })
  expect(adopted).toMatchObject({ amountMinor: 4_200, givenBy: 'Stripe' })
  expect(isRelease(told)).toBe(false)
  expect(isRelease(aStripeRefund({ balance_transaction: null }))).toBe(true)
})
