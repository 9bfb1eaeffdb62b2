import { expect, it } from 'vitest'
import { aBill, aPayment, aRefund } from '../../../../shared/domain/payment/payment-fixture.ts'
import { lostPayments, lostRowsKeeper } from './lost-payments.ts'

const lost = aPayment({ id: 'lost', state: 'unknown', createdAt: 2 })
const bill = aBill()

it('lists payments nobody knows of, and those with such a refund, the longest unknown first', () => {
  const given = aPayment({ id: 'given', state: 'paid', createdAt: 1 })
  const well = aPayment({ id: 'well', state: 'paid' })
  const refund = aRefund({ paymentId: 'given', state: 'unknown' })
  expect(lostPayments([well, lost, given], [refund])).toEqual([given, lost])
})

it('is the same list when the bill of a car that charges moves, and another when its own does', () => {
  const rowsOf = lostRowsKeeper()
  const [payments, refunds] = [[lost], [aRefund({ state: 'succeeded' })]]
  const running = aBill({ id: 'running', state: 'running' })
  const billsOf = (...bills: (typeof bill)[]) => new Map(bills.map((row) => [row.id, row]))
  const before = rowsOf(payments, refunds, billsOf(bill, running))
  expect(before.map(({ id }) => id)).toEqual(['lost'])
  const moved = { ...running, inclMinor: 12_000 }
  expect(rowsOf(payments, refunds, billsOf(bill, moved))).toBe(before)
  expect(rowsOf(payments, refunds, billsOf({ ...bill, plate: 'X' }, moved))).not.toBe(before)
})
