import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ManualWish, roundedToCoins, takingByHand } from './manual.ts'
import { aBill, aPayment } from './payment-fixture.ts'
import { firstPaymentTerms, type PaymentTerms } from './payment-terms.ts'

const terms: PaymentTerms = { id: 'paymentTerms', ...firstPaymentTerms, updatedAt: 0 }
const inCash: ManualWish = {
  means: 'cash',
  amountMinor: null,
  tenderedMinor: null,
  reference: '',
  note: '',
}
const take = (
  wish: Partial<ManualWish>,
  bill = aBill(),
  payments = [aPayment({ state: 'expired' })],
) => takingByHand({ ...inCash, ...wish }, { bill, payments, terms })

test('cash is rounded to whole kronor, and the change is told', () => {
  expect(take({ tenderedMinor: 20_000 }, aBill({ dueMinor: 10_050 }))).toEqual({
    kind: 'taken',
    amountMinor: 10_050,
    roundingMinor: 50,
    tenderedMinor: 20_000,
    changeMinor: 9_900,
  })
  expect(take({}, aBill({ dueMinor: 10_049 }))).toMatchObject({
    roundingMinor: -49,
    tenderedMinor: 10_000,
    changeMinor: 0,
  })
})

test('less than what is to be paid is not enough', () => {
  expect(take({ tenderedMinor: 10_099 }, aBill({ dueMinor: 10_050 }))).toMatchObject({
    refusal: { code: 'tenderedTooLittle', payableMinor: 10_100 },
  })
})

test('each means has the words it needs', () => {
  const code = (wish: Partial<ManualWish>, customerId: string | null = null) => {
    const taking = take(wish, aBill({ customerId }))
    return taking.kind === 'refused' ? taking.refusal.code : 'taken'
  }
  expect(code({ means: 'voucher' })).toBe('reasonNeeded')
  expect(code({ means: 'voucher', note: 'The charger broke down' })).toBe('taken')
  expect(code({ means: 'externalTerminal' })).toBe('referenceNeeded')
  expect(code({ means: 'externalTerminal', reference: '4711' })).toBe('taken')
  expect(code({ means: 'invoice', reference: '2026-1' })).toBe('customerNeeded')
  expect(code({ means: 'invoice', reference: '2026-1' }, 'customer')).toBe('taken')
})

test('what somebody is asked for through Stripe is not taken by hand too; what waits for Stripe may be', () => {
  const open = [aPayment({ id: 'open', amountMinor: 10_000 })]
  expect(take({}, aBill(), open)).toMatchObject({
    refusal: { code: 'alreadyPaying', paymentId: 'open' },
  })
  expect(take({}, aBill(), [aPayment({ state: 'requested' })]).kind).toBe('taken')
})

test('rounding goes to the nearest coin and never further than half of one', () => {
  const currency = fc.constantFrom('SEK', 'NOK', 'DKK', 'CHF', 'EUR')
  const step: Record<string, number> = { SEK: 100, NOK: 100, DKK: 50, CHF: 5, EUR: 1 }
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000 }), currency, (minor, code) => {
      const coins = roundedToCoins(minor, code)
      expect(coins % (step[code] ?? 1)).toBe(0)
      expect(Math.abs(coins - minor) * 2).toBeLessThanOrEqual(step[code] ?? 1)
    }),
  )
})

test('what is in the drawer, less the change, is the amount and its rounding', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.nat({ max: 50_000 }), (dueMinor, more) => {
      const tenderedMinor = roundedToCoins(dueMinor, 'SEK') + more
      const taking = take({ tenderedMinor }, aBill({ dueMinor }))
      if (taking.kind === 'refused') throw new Error(taking.refusal.code)
      const keptMinor = (taking.tenderedMinor ?? 0) - (taking.changeMinor ?? 0)
      expect(keptMinor).toBe(taking.amountMinor + taking.roundingMinor)
    }),
  )
})
