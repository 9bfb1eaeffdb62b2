import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aBill, aPayment, aRefund } from './payment-fixture.ts'
import { firstPaymentTerms } from './payment-terms.ts'
import { receiptOf, vatShare } from './receipt-of.ts'

const parts = {
  ...{ id: 'r1', number: 7, now: 1_000, bill: aBill(), refund: null },
  payment: aPayment({
    ...{ state: 'paid', capturedMinor: 10_000, cardBrand: 'visa', cardLast4: '4242' },
  }),
  terms: {
    id: 'paymentTerms' as const,
    ...firstPaymentTerms,
    legalName: 'Laddning AB',
    updatedAt: 0,
  },
  ...{ timeZone: 'Europe/Stockholm', place: 'Depån · Laddare 1 · 1' },
}

test('a receipt has on it who sells, what was paid, its tax and by what means', () => {
  expect(receiptOf(parts)).toMatchObject({
    number: 7,
    kind: 'payment',
    seller: { name: 'Laddning AB' },
    amountMinor: 10_000,
    vat: [{ ratePct: 25, exclMinor: 8_000, vatMinor: 2_000 }],
    meansDetail: 'Visa •••• 4242',
    copies: 0,
  })
})

test('a refund’s receipt is of what was given back, and of its part of the tax', () => {
  expect(receiptOf({ ...parts, refund: aRefund({ amountMinor: 2_500 }) })).toMatchObject({
    kind: 'refund',
    amountMinor: 2_500,
    vat: [{ ratePct: 25, exclMinor: 2_000, vatMinor: 500 }],
  })
})

test('what is paid ahead is a receipt of what is booked, not of what was charged', () => {
  const ahead = receiptOf({ ...parts, bill: aBill({ state: 'estimated' }) })
  expect([ahead.isAhead, receiptOf(parts).isAhead]).toEqual([true, false])
})

test('the tax and the net of every part make the part, to the öre', () => {
  const rate = fc.record({
    ratePct: fc.constantFrom(6, 12, 25),
    exclMinor: fc.nat({ max: 100_000 }),
    vatMinor: fc.nat({ max: 25_000 }),
  })
  fc.assert(
    fc.property(
      fc.array(rate, { minLength: 1, maxLength: 3 }),
      fc.nat({ max: 100 }),
      (vat, pct) => {
        const total = vat.reduce((sum, { exclMinor, vatMinor }) => sum + exclMinor + vatMinor, 0)
        fc.pre(total > 0)
        const amount = Math.floor((total * pct) / 100)
        const shares = vatShare(vat, total, amount)
        expect(shares.reduce((sum, { exclMinor, vatMinor }) => sum + exclMinor + vatMinor, 0)).toBe(
          amount,
        )
      },
    ),
  )
})
