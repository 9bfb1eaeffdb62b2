import fc from 'fast-check'
import { expect, test } from 'vitest'
import { intentNews } from './intent-news.ts'
import { aPayment } from './payment-fixture.ts'
import type { Payment } from './payment.ts'
import { aCharge, anIntent } from './stripe-fixture.ts'
import type { StripeIntent } from './stripe-object.ts'

const NOW = Date.UTC(2026, 10, 2, 13)
const known = (told: Partial<Payment> = {}) => aPayment({ stripePaymentIntentId: 'pi_1', ...told })
const paidIntent = anIntent({
  status: 'succeeded',
  amount_received: 10_000,
  latest_charge: aCharge(),
})
const declined = { code: 'card_declined', decline_code: 'insufficient_funds', message: 'No money.' }

test('an intent that succeeded is paid, with its card, its fee, and all of it newly taken', () => {
  const news = intentNews(known(), paidIntent, NOW)
  expect(news).toMatchObject({ takenMinor: 10_000, feeMinor: 290 })
  expect(news?.patch).toMatchObject({
    state: 'paid',
    capturedMinor: 10_000,
    cardBrand: 'visa',
    cardLast4: '4242',
    stripeChargeId: 'ch_1',
  })
})

test('told twice it is no news the second time', () => {
  const first = intentNews(known(), paidIntent, NOW)
  expect(intentNews({ ...known(), ...first?.patch }, paidIntent, NOW)).toBeNull()
})

test('a hold is held until the bank lets it go, and is being taken while it is told held', () => {
  const charge = aCharge({
    balance_transaction: null,
    payment_method_details: {
      type: 'card_present',
      card_present: { brand: 'mastercard', last4: '4444', capture_before: NOW / 1_000 + 600 },
    },
  })
  const held = anIntent({ status: 'requires_capture', latest_charge: charge })
  expect(intentNews(known(), held, NOW)?.patch).toMatchObject({
    state: 'held',
    captureBefore: NOW + 600_000,
    cardLast4: '4444',
  })
  expect(intentNews(known({ state: 'capturing' }), held, NOW)?.patch.state).toBeUndefined()
})

test('a part that was taken of a hold is what was taken', () => {
  const part = anIntent({ status: 'succeeded', amount_received: 7_350 })
  const news = intentNews(known({ state: 'capturing', amountMinor: 7_350 }), part, NOW)
  expect(news).toMatchObject({ takenMinor: 7_350, patch: { state: 'paid', capturedMinor: 7_350 } })
})

test('on Stripe’s page a declined card may be followed by another; elsewhere the payment has failed and is ended', () => {
  const intent = anIntent({ last_payment_error: declined })
  const onPage = intentNews(known(), intent, NOW)
  expect(onPage?.patch).toMatchObject({ failureCode: 'insufficient_funds' })
  expect(onPage?.patch.state).toBeUndefined()
  const atReader = intentNews(known({ means: 'reader' }), intent, NOW)
  expect(atReader).toMatchObject({ isToBeCancelled: true, patch: { state: 'failed' } })
  const failed = { ...known({ means: 'reader' }), ...atReader?.patch }
  expect(intentNews(failed, anIntent({ status: 'canceled' }), NOW)).toBeNull()
})

test('a Swish request comes with what its QR holds', () => {
  const intent = anIntent({
    status: 'requires_action',
    next_action: {
      type: 'swish_handle_redirect_or_display_qr_code',
      swish_handle_redirect_or_display_qr_code: {
        hosted_instructions_url: 'https://payments.stripe.com/swish/1',
        qr_code: { data: 'D1234' },
      },
    },
  })
  expect(intentNews(known({ means: 'swish' }), intent, NOW)?.patch).toMatchObject({
    qrData: 'D1234',
    payUrl: 'https://payments.stripe.com/swish/1',
  })
})

test('a hold that its bank let go has expired; one that was cancelled is cancelled', () => {
  const ended = (cancellation_reason: string | null) =>
    intentNews(known({ state: 'held' }), anIntent({ status: 'canceled', cancellation_reason }), NOW)
      ?.patch.state
  expect(ended('automatic')).toBe('expired')
  expect(ended('requested_by_customer')).toBe('cancelled')
})

test('a fee in another currency is left to its payout', () => {
  const inEuro = {
    ...{ id: 'txn_1', amount: 900, created: 0, currency: 'eur' },
    ...{ fee: 25, net: 875, source: 'ch_1', type: 'charge' },
  }
  const intent = { ...paidIntent, latest_charge: aCharge({ balance_transaction: inEuro }) }
  expect(intentNews(known(), intent, NOW)?.feeMinor).toBe(0)
})

/** What Stripe can tell of one intent as it goes on. */
const life: StripeIntent[] = [
  anIntent(),
  anIntent({ status: 'requires_action' }),
  anIntent({ status: 'processing' }),
  anIntent({ status: 'requires_capture', amount_capturable: 10_000, latest_charge: 'ch_1' }),
  anIntent({ status: 'succeeded', amount_received: 8_000, latest_charge: 'ch_1' }),
  anIntent({ status: 'succeeded', amount_received: 8_000, latest_charge: aCharge() }),
]

test('heard late, twice and in any order, it comes to the same and nothing is taken twice', () => {
  const heard = fc.array(fc.nat({ max: life.length - 1 }), { maxLength: 20 })
  fc.assert(
    fc.property(heard, (order) => {
      let payment = known()
      let taken = 0
      let fees = 0
      for (const step of [...order, life.length - 1, ...order]) {
        const news = intentNews(payment, life[step] ?? anIntent(), NOW)
        taken += news?.takenMinor ?? 0
        fees += news?.feeMinor ?? 0
        payment = { ...payment, ...news?.patch }
      }
      expect([taken, fees]).toEqual([8_000, 290])
      expect(payment).toMatchObject({ state: 'paid', capturedMinor: 8_000, feeMinor: 290 })
    }),
    { numRuns: 200 },
  )
})
