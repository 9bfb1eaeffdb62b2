import { expect, it } from 'vitest'
import { aPayment } from '../../shared/domain/payment/payment-fixture.ts'
import { ofBill } from './of-bill.ts'

const old = aPayment({ id: 'old', billId: 'b', createdAt: 1, state: 'paid' })
const asFetched = aPayment({ id: 'new', billId: 'b', createdAt: 2, state: 'open' })
const asLive = { ...asFetched, state: 'paid' } as const

it('tells payments too old to be live, and the others as they are now', () => {
  const other = aPayment({ id: 'other', billId: 'c', createdAt: 0 })
  expect(ofBill('b', [old, asFetched], [asLive, other])).toEqual([old, asLive])
})

it('tells of one that came after the others were fetched', () => {
  expect(ofBill('b', [old], [asLive])).toEqual([old, asLive])
  expect(ofBill('b', [], [])).toEqual([])
})
