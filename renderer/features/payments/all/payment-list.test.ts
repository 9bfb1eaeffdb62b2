import { describe, expect, it } from 'vitest'
import { aBill, aPayment } from '../../../../shared/domain/payment/payment-fixture.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import { listedPayments, sumsOf } from './payment-list.ts'
import type { ListParts } from './payment-list.ts'
import { rowKeeper } from './payment-row.ts'

const bill = aBill()
const payment = (id: string, createdAt: number, told: Partial<Payment> = {}) =>
  aPayment({ id, createdAt, ...told })
const listed = (...payments: Payment[]) => payments.map((row) => ({ payment: row, bill }))
const list = (parts: Partial<ListParts> & { live?: Payment[] }) =>
  listedPayments(
    {
      fetched: [],
      payments: new Map((parts.live ?? []).map((row) => [row.id, row])),
      bills: new Map([[bill.id, bill]]),
      query: {},
      complete: false,
      ...parts,
    },
    rowKeeper(),
  )
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

describe('the list of payments', () => {
  const fetched = listed(payment('c', 30), payment('b', 20))

  it('has a payment as it now is, not as it was when it was fetched', () => {
    const live = [payment('b', 20, { state: 'paid' })]
    expect(list({ fetched, live }).map((row) => row.payment.state)).toEqual(['open', 'paid'])
  })

  it('puts a payment that has just been opened where its time is', () => {
    expect(ids(list({ fetched, live: [payment('d', 40)] }))).toEqual(['d', 'c', 'b'])
    expect(ids(list({ fetched, live: [payment('x', 25)] }))).toEqual(['c', 'x', 'b'])
  })

  it('leaves one out that belongs on a page further down', () => {
    const live = [payment('a', 10)]
    expect(ids(list({ fetched, live }))).toEqual(['c', 'b'])
    expect(ids(list({ fetched, live, complete: true }))).toEqual(['c', 'b', 'a'])
  })

  it('drops one that has ceased to fit', () => {
    const live = [payment('b', 20, { state: 'paid' })]
    expect(ids(list({ fetched, live, query: { state: 'open' } }))).toEqual(['c'])
  })

  it('adds nothing to what was searched for', () => {
    expect(ids(list({ fetched, live: [payment('d', 40)], query: { search: '4242' } }))).toEqual([
      'c',
      'b',
    ])
  })
})

it('hands the same row out until its payment or its bill changes', () => {
  const keep = rowKeeper()
  const one = payment('a', 1)
  expect(keep(one, bill)).toBe(keep(one, bill))
  expect(keep(one, { ...bill, plate: 'X' })).not.toBe(keep(one, bill))
})

it('adds each currency up by itself', () => {
  const rows = [
    payment('a', 1, { state: 'paid', capturedMinor: 100, feeMinor: 3, refundedMinor: 40 }),
    payment('b', 2, { state: 'held', amountMinor: 500 }),
    payment('c', 3, { state: 'paid', capturedMinor: 7, currency: 'EUR' }),
  ].map((row) => rowKeeper()(row, bill))
  expect(sumsOf(rows)).toEqual([
    { currency: 'SEK', takenMinor: 100, backMinor: 40, feeMinor: 3, openMinor: 500 },
    { currency: 'EUR', takenMinor: 7, backMinor: 0, feeMinor: 0, openMinor: 0 },
  ])
})
