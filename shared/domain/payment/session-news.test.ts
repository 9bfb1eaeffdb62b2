import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aPayment } from './payment-fixture.ts'
import type { Payment } from './payment.ts'
import { sessionNews } from './session-news.ts'
import { aSession } from './stripe-fixture.ts'

const NOW = Date.UTC(2026, 10, 2, 13)
const byItself = { wasCalledOff: false }

test('a page that is open can be paid on, until it ends', () => {
  const news = sessionNews(aPayment({ state: 'requested' }), aSession(), byItself, NOW)
  expect(news).toMatchObject({
    state: 'open',
    payUrl: 'https://checkout.stripe.com/c/pay/cs_1',
    stripeCheckoutSessionId: 'cs_1',
    expiresAt: Date.UTC(2026, 10, 2, 12, 30),
  })
})

test('a page that nobody paid on has expired; one that we ended is cancelled', () => {
  const open = aPayment({ stripeCheckoutSessionId: 'cs_1', payUrl: 'https://checkout.stripe.com/' })
  const ended = aSession({ status: 'expired', url: null })
  expect(sessionNews(open, ended, byItself, NOW)).toMatchObject({ state: 'expired', payUrl: null })
  expect(sessionNews(open, ended, { wasCalledOff: true }, NOW)?.state).toBe('cancelled')
})

test('that the payer is through doesn’t make it paid: that is the intent’s to say', () => {
  const open = aPayment({ stripeCheckoutSessionId: 'cs_1' })
  const through = aSession({ status: 'complete', payment_status: 'paid', payment_intent: 'pi_1' })
  const news = sessionNews(open, through, byItself, NOW)
  expect(news).toMatchObject({ stripePaymentIntentId: 'pi_1' })
  expect(news?.state).toBeUndefined()
})

test('a page that is heard of after its own intent is written down, and opens nothing again', () => {
  const over = aPayment({ state: 'expired', stripePaymentIntentId: 'pi_1' })
  const through = aSession({ status: 'complete', payment_intent: 'pi_1' })
  const news = sessionNews(over, through, byItself, NOW)
  expect(news).toMatchObject({ stripeCheckoutSessionId: 'cs_1' })
  expect(news?.state).toBeUndefined()
})

test('what is paid, held or over is not opened again by a page that is heard late', () => {
  const later = fc.constantFrom<Payment['state']>(
    'paid',
    'held',
    'capturing',
    'cancelled',
    'expired',
    'failed',
  )
  const told = fc.constantFrom(
    aSession(),
    aSession({ status: 'expired' }),
    aSession({ status: 'complete' }),
  )
  fc.assert(
    fc.property(later, told, fc.boolean(), (state, session, wasCalledOff) => {
      const payment = aPayment({ state, stripeCheckoutSessionId: 'cs_1' })
      expect(sessionNews(payment, session, { wasCalledOff }, NOW)?.state).toBeUndefined()
    }),
  )
})
