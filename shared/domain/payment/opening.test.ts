import { expect, test } from 'vitest'
import { opening, type OpeningWish } from './opening.ts'
import { aBill, aPayment } from './payment-fixture.ts'
import { firstPaymentTerms, type PaymentTerms } from './payment-terms.ts'

const terms: PaymentTerms = { id: 'paymentTerms', ...firstPaymentTerms, updatedAt: 0 }
const byLink: OpeningWish = { means: 'checkout', capture: 'automatic', amountMinor: null }
const due = aBill()

const open = (
  wish: Partial<OpeningWish>,
  {
    bill = due,
    payments = [aPayment({ state: 'failed' })],
    ...told
  }: Partial<Parameters<typeof opening>[1]> = {},
) => opening({ ...byLink, ...wish }, { bill, payments, terms, ...told })

test('all that is due is asked for where no amount is named', () => {
  expect(open({})).toEqual({ kind: 'opens', amountMinor: 10_000, capture: 'automatic' })
  expect(open({ amountMinor: 4_000 })).toMatchObject({ amountMinor: 4_000 })
})

test('nothing is asked for that isn’t due, nor more than is', () => {
  expect(open({}, { bill: aBill({ dueMinor: 0 }) })).toMatchObject({
    refusal: { code: 'billSettled' },
  })
  expect(open({}, { bill: aBill({ settlement: 'invoice' }) })).toMatchObject({
    refusal: { code: 'billSettled' },
  })
  expect(open({ amountMinor: 10_001 })).toMatchObject({
    refusal: { code: 'aboveDue', dueMinor: 10_000 },
  })
})

test.each([
  ['SEK', 300],
  ['NOK', 300],
  ['DKK', 250],
  ['EUR', 50],
  ['USD', 50],
  ['GBP', 30],
])('in %s nothing below %i is asked of Stripe', (currency, minimumMinor) => {
  const bill = aBill({ currency, dueMinor: minimumMinor - 1 })
  const refusal = { code: 'belowMinimum', minimumMinor, currency }
  expect(open({}, { bill })).toEqual({ kind: 'refused', refusal })
  expect(open({}, { bill: aBill({ currency, dueMinor: minimumMinor }) }).kind).toBe('opens')
})

test('only what the site takes; Swish only in kronor and never to hold', () => {
  const noSwish = { ...terms, means: ['checkout' as const] }
  expect(open({ means: 'swish' }, { terms: noSwish })).toMatchObject({
    refusal: { code: 'meansNotTaken' },
  })
  expect(open({ means: 'swish' }, { bill: aBill({ currency: 'EUR' }) })).toMatchObject({
    refusal: { code: 'swishOnlySek' },
  })
  expect(open({ means: 'swish', capture: 'manual' })).toMatchObject({
    refusal: { code: 'swishTakesAtOnce' },
  })
})

test('one payment is open at a time, but for named parts that together aren’t more than is due', () => {
  const payments = [aPayment({ id: 'open', amountMinor: 6_000 })]
  const refusal = { code: 'alreadyPaying', paymentId: 'open' }
  expect(open({}, { payments })).toMatchObject({ refusal })
  expect(open({ amountMinor: 4_001 }, { payments })).toMatchObject({ refusal })
  expect(open({ amountMinor: 4_000 }, { payments }).kind).toBe('opens')
})

test.each(['requested', 'open', 'processing', 'unknown'] as const)(
  'a payment that is %s may still take money, so no other is opened beside it',
  (state) => {
    expect(open({}, { payments: [aPayment({ state })] }).kind).toBe('refused')
  },
)

test('a hold may be more than a stay is thought to cost; of a stay that is over what is due is taken', () => {
  const running = aBill({ state: 'running', estimatedMinor: 10_000, dueMinor: 0 })
  expect(open({ capture: 'manual' }, { bill: running })).toMatchObject({
    amountMinor: 12_000,
    capture: 'manual',
  })
  expect(open({ capture: 'manual', amountMinor: 50_000 }, { bill: running }).kind).toBe('opens')
  expect(open({ capture: 'manual' })).toMatchObject({ amountMinor: 10_000, capture: 'automatic' })
})
