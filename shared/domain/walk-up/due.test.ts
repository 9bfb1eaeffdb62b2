import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moneyOf } from '../bill/money-of-bill.ts'
import { aBill, aPayment } from '../payment/payment-fixture.ts'
import type { Payment } from '../payment/payment.ts'
import { cashBack, dueOfStay } from './due.ts'

const by = (means: Payment['means'], capturedMinor: number, refundedMinor = 0): Payment =>
  aPayment({ means, state: 'paid', amountMinor: capturedMinor, capturedMinor, refundedMinor })
const terms = { refundsUnused: true }

/** What is due of a final bill of so much, with these payments. */
const dueOf = (inclMinor: number, payments: Payment[], over: Partial<typeof terms> = {}) => {
  const bill = { ...aBill(), inclMinor }
  return dueOfStay({ ...bill, ...moneyOf(bill, payments) }, payments, { ...terms, ...over })
}

describe('what was paid ahead and not used', () => {
  test('in cash is handed back at the desk', () => {
    expect(dueOf(7_000, [by('cash', 10_000)])).toMatchObject({
      toPayMinor: 0,
      handBackMinor: 3_000,
      goesBackMinor: 0,
    })
  })

  test('through Stripe goes back by itself, unless the site keeps that to itself', () => {
    expect(dueOf(7_000, [by('reader', 10_000)])).toMatchObject({
      handBackMinor: 0,
      goesBackMinor: 3_000,
    })
    expect(dueOf(7_000, [by('reader', 10_000)], { refundsUnused: false })).toMatchObject({
      goesBackMinor: 0,
      byHandMinor: 3_000,
    })
  })

  test('both ways goes back to the card first, and the rest in cash', () => {
    expect(dueOf(1_000, [by('cash', 5_000), by('swish', 4_000)])).toMatchObject({
      goesBackMinor: 4_000,
      handBackMinor: 4_000,
    })
  })

  test('is counted out in whole coins, as each of its refunds is rounded', () => {
    expect(dueOf(7_037, [by('cash', 10_000)])).toMatchObject({
      handBackMinor: 2_963,
      handBackCoinsMinor: 3_000,
    })
    const twice = [by('cash', 4_960), { ...by('cash', 1_960), createdAt: Number.MAX_SAFE_INTEGER }]
    expect(dueOf(4_380, twice)).toMatchObject({ handBackMinor: 2_540, handBackCoinsMinor: 2_600 })
  })

  test('at a terminal that this program does not know is given back there', () => {
    expect(dueOf(1_000, [by('externalTerminal', 4_000)])).toMatchObject({ byHandMinor: 3_000 })
  })
})

test('nothing is handed back while the stay is not over', () => {
  const bill = aBill({ state: 'running', inclMinor: 100, estimatedMinor: 5_000, paidMinor: 9_000 })
  expect(dueOfStay({ ...bill, dueMinor: 0 }, [by('cash', 9_000)], terms)).toMatchObject({
    isFinal: false,
    toPayMinor: 0,
    handBackMinor: 0,
  })
})

test('what is to be paid and what goes back add up to what is due, to the last minor unit', () => {
  const payment = fc
    .record({
      means: fc.constantFrom<Payment['means']>('cash', 'swish', 'reader', 'externalTerminal'),
      captured: fc.nat({ max: 50_000 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ means, captured, part }) => by(means, captured, Math.floor(captured * part)))
  fc.assert(
    fc.property(fc.nat({ max: 90_000 }), fc.array(payment, { maxLength: 5 }), (incl, payments) => {
      const bill = { ...aBill(), inclMinor: incl }
      const { dueMinor } = moneyOf(bill, payments)
      const due = dueOf(incl, payments)
      const back = due.handBackMinor + due.goesBackMinor + due.byHandMinor
      expect(due.toPayMinor - back).toBe(dueMinor)
      expect(Math.min(due.toPayMinor, back)).toBe(0)
    }),
  )
})

test('of cash the last taken is handed back first, and of each no more than is left', () => {
  const first = { ...by('cash', 4_960), id: 'a', createdAt: 1 }
  const last = { ...by('cash', 2_960, 1_000), id: 'b', createdAt: 2 }
  expect(cashBack([first, last], 2_540, 'SEK')).toEqual([
    { paymentId: 'b', amountMinor: 1_960, coinsMinor: 2_000 },
    { paymentId: 'a', amountMinor: 580, coinsMinor: 600 },
  ])
})
