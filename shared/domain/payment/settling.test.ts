import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moneyOf } from '../bill/money-of-bill.ts'
import { aBill, aPayment, aRefund } from './payment-fixture.ts'
import { type Payment, paymentState } from './payment.ts'
import { type SettlingAct, settlingActs } from './settling.ts'

const settle = (
  bill: ReturnType<typeof aBill>,
  payments: readonly Payment[],
  refundsUnused = true,
): SettlingAct[] => {
  const refunds = payments.flatMap(({ id: paymentId, refundedMinor }) =>
    refundedMinor > 0 ? [aRefund({ paymentId, amountMinor: refundedMinor })] : [],
  )
  return settlingActs({ bill, payments, refunds, disputes: [], terms: { refundsUnused } })
}

const hold = (amountMinor: number, told: Partial<Payment> = {}) =>
  aPayment({ id: `hold ${amountMinor}`, state: 'held', capture: 'manual', amountMinor, ...told })
const paid = (capturedMinor: number, told: Partial<Payment> = {}) =>
  aPayment({
    id: `paid ${capturedMinor}`,
    state: 'paid',
    amountMinor: capturedMinor,
    capturedMinor,
    ...told,
  })

test('of a hold what is due is taken, and the rest let go with it', () => {
  expect(settle(aBill({ inclMinor: 7_350 }), [hold(20_000)])).toEqual([
    { kind: 'capture', paymentId: 'hold 20000', amountMinor: 7_350 },
  ])
})

test('what a hold doesn’t cover is asked for by a link', () => {
  expect(settle(aBill({ inclMinor: 26_000 }), [hold(20_000)])).toEqual([
    { kind: 'capture', paymentId: 'hold 20000', amountMinor: 20_000 },
    { kind: 'askFor', amountMinor: 6_000 },
  ])
  expect(settle(aBill({ inclMinor: 20_299 }), [hold(20_000)])).toHaveLength(1)
})

test('a hold is let go where nothing is due, or less than a card can be charged', () => {
  const letGo = [{ kind: 'letGo', paymentId: 'hold 20000' }]
  expect(settle(aBill({ state: 'void' }), [hold(20_000)])).toEqual(letGo)
  expect(settle(aBill({ inclMinor: 299 }), [hold(20_000)])).toEqual(letGo)
  expect(settle(aBill({ settlement: 'invoice' }), [hold(20_000)])).toEqual(letGo)
})

test('the hold that its bank lets go first is taken first', () => {
  const acts = settle(aBill({ inclMinor: 5_000 }), [
    hold(20_000, { captureBefore: 2_000 }),
    hold(10_000, { captureBefore: 1_000 }),
  ])
  expect(acts).toEqual([
    { kind: 'capture', paymentId: 'hold 10000', amountMinor: 5_000 },
    { kind: 'letGo', paymentId: 'hold 20000' },
  ])
})

test('a link that asks for what is due stays; one that asks for more, or holds, is called off', () => {
  const link = aPayment({ id: 'link' })
  expect(settle(aBill(), [link])).toEqual([])
  const calledOff = [{ kind: 'callOff', paymentId: 'link' }]
  expect(settle(aBill({ inclMinor: 9_999 }), [link])).toEqual(calledOff)
  expect(settle(aBill(), [{ ...link, capture: 'manual' }])).toEqual(calledOff)
})

test('what was paid ahead and not used is given back, the newest first, where the terms say so', () => {
  const payments = [paid(6_000), paid(8_000)]
  const bill = aBill({ inclMinor: 5_000 })
  expect(settle(bill, payments)).toEqual([
    { kind: 'giveBack', paymentId: 'paid 8000', amountMinor: 8_000 },
    { kind: 'giveBack', paymentId: 'paid 6000', amountMinor: 1_000 },
  ])
  expect(settle(bill, payments, false)).toEqual([])
  expect(settle(bill, [paid(6_000, { means: 'cash' })])).toEqual([])
})

test('while a hold is being taken it counts as taken, but nothing is given back for it before it is', () => {
  const taking = hold(6_000, { state: 'capturing' })
  const bill = aBill({ inclMinor: 6_000 })
  expect(settle(bill, [taking, hold(9_000)])).toEqual([{ kind: 'letGo', paymentId: 'hold 9000' }])
  expect(settle(bill, [taking, paid(6_000)])).toEqual([])
})

test('a stay that goes on leaves its payments alone', () => {
  expect(settle(aBill({ state: 'running' }), [hold(20_000), paid(50_000)])).toEqual([])
})

const payments = fc
  .array(
    fc.record({
      state: fc.constantFrom(...paymentState.options),
      capture: fc.constantFrom('automatic' as const, 'manual' as const),
      amountMinor: fc.integer({ min: 300, max: 20_000 }),
    }),
    { maxLength: 6 },
  )
  .map((rows) =>
    rows.map((row, index) =>
      aPayment({
        ...row,
        id: String(index),
        capturedMinor: row.state === 'paid' ? row.amountMinor : 0,
      }),
    ),
  )

test('whatever was paid and held, never more is taken than is due, and once it is done nothing is left to do', () => {
  fc.assert(
    fc.property(payments, fc.integer({ min: 0, max: 40_000 }), (rows, inclMinor) => {
      const bill = aBill({ inclMinor })
      const acts = settle(bill, rows)
      const done = rows.map((row) => acts.reduce(carriedOut, row))
      const before = moneyOf(bill, rows)
      const { paidMinor } = moneyOf(bill, done)
      expect(paidMinor).toBeLessThanOrEqual(Math.max(inclMinor, before.paidMinor))
      if (before.paidMinor > inclMinor) expect(paidMinor).toBe(inclMinor)
      expect(settle(bill, done).filter(({ kind }) => kind !== 'askFor')).toEqual([])
    }),
  )
})

function carriedOut(row: Payment, act: SettlingAct): Payment {
  if (act.kind === 'askFor' || act.paymentId !== row.id) return row
  switch (act.kind) {
    case 'capture':
      return { ...row, state: 'paid', amountMinor: act.amountMinor, capturedMinor: act.amountMinor }
    case 'giveBack':
      return { ...row, refundedMinor: row.refundedMinor + act.amountMinor }
    default:
      return { ...row, state: 'cancelled' }
  }
}
