import fc from 'fast-check'
import { expect, test } from 'vitest'
import { billState, settlement } from './bill.ts'
import { moneyOf } from './money-of-bill.ts'
import { payableMinor } from './payable.ts'

const final = {
  state: 'final',
  settlement: 'pay',
  inclMinor: 12_000,
  estimatedMinor: 12_000,
} as const
const payment = {
  state: 'paid',
  amountMinor: 10_000,
  capturedMinor: 10_000,
  refundedMinor: 0,
} as const
const payableOf = (
  bill: Omit<Parameters<typeof payableMinor>[0], 'paidMinor' | 'heldMinor' | 'dueMinor'>,
  payments: Parameters<typeof moneyOf>[1],
) => payableMinor({ ...bill, ...moneyOf(bill, payments) })

test('what was taken and not given back is paid, the rest is due', () => {
  expect(moneyOf(final, [])).toEqual({ paidMinor: 0, heldMinor: 0, dueMinor: 12_000 })
  const given = [payment, { ...payment, refundedMinor: 4_000 }]
  expect(moneyOf(final, given)).toEqual({ paidMinor: 16_000, heldMinor: 0, dueMinor: -4_000 })
})

test('what is held is neither paid nor takes from what is due', () => {
  const held = { ...payment, state: 'held', capturedMinor: 0 } as const
  expect(moneyOf(final, [held])).toEqual({ paidMinor: 0, heldMinor: 10_000, dueMinor: 12_000 })
  const capturing = { ...held, state: 'capturing', capturedMinor: 2_500 } as const
  expect(moneyOf(final, [capturing])).toEqual({
    paidMinor: 2_500,
    heldMinor: 7_500,
    dueMinor: 9_500,
  })
})

test('nothing is due before a bill is final, and of a void one what was paid is to be given back', () => {
  for (const state of ['estimated', 'running'] as const)
    expect(moneyOf({ ...final, state }, [payment]).dueMinor).toBe(0)
  expect(moneyOf({ ...final, state: 'void' }, [payment]).dueMinor).toBe(-10_000)
  expect(Object.is(moneyOf({ ...final, state: 'void' }, []).dueMinor, 0)).toBe(true)
})

test('what goes on account isn’t due at the desk', () => {
  for (const how of ['invoice', 'employee', 'free'] as const)
    expect(moneyOf({ ...final, settlement: how }, []).dueMinor).toBe(0)
})

test('before it is final as much may be paid as it is thought to cost', () => {
  const running = { ...final, state: 'running', inclMinor: 3_000 } as const
  expect(payableOf(running, [])).toBe(12_000)
  expect(payableOf({ ...running, inclMinor: 15_000 }, [])).toBe(15_000)
  expect(payableOf(running, [{ ...payment, state: 'held', capturedMinor: 0 }])).toBe(2_000)
  expect(payableOf(final, [payment])).toBe(2_000)
  expect(payableOf({ ...running, settlement: 'invoice' }, [])).toBe(0)
  expect(payableOf({ ...running, state: 'void' }, [])).toBe(0)
})

test('never less than nothing may be paid', () => {
  const anyPayment = fc
    .record({ amountMinor: fc.nat(50_000), share: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ amountMinor, share }) => ({
      ...{ state: 'paid' as const, amountMinor, capturedMinor: amountMinor },
      refundedMinor: Math.floor(amountMinor * share),
    }))
  const anyBill = fc.record({
    state: fc.constantFrom(...billState.options),
    settlement: fc.constantFrom(...settlement.options),
    inclMinor: fc.nat(20_000),
    estimatedMinor: fc.nat(20_000),
  })
  const property = fc.property(anyBill, fc.array(anyPayment), (bill, payments) => {
    expect(payableOf(bill, payments)).toBeGreaterThanOrEqual(0)
  })
  fc.assert(property)
})
