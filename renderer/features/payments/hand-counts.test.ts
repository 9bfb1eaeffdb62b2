import { expect, it } from 'vitest'
import { shallow } from 'zustand/shallow'
import { aBill, aPayment, aRefund } from '../../../shared/domain/payment/payment-fixture.ts'
import { emptyTables } from '../../live/replica.ts'
import { handCounts } from './hand-counts.ts'

const mapOf = <Row extends { id: string }>(...rows: Row[]) =>
  new Map(rows.map((row) => [row.id, row]))

it('counts what has to be paid, given back and found', () => {
  const counts = handCounts({
    ...emptyTables,
    bill: mapOf(aBill({ id: 'due' }), aBill({ id: 'paid', dueMinor: 0 })),
    refund: mapOf(aRefund({ id: 'failed', state: 'failed' })),
    payment: mapOf(aPayment({ id: 'lost', state: 'unknown' }), aPayment({ id: 'well' })),
  })
  expect(counts).toEqual({ unpaid: 1, refunds: 1, unknown: 1, disputes: 0 })
})

it('counts a payment once, however many of its refunds nobody knows of', () => {
  const { unknown } = handCounts({
    ...emptyTables,
    payment: mapOf(aPayment({ id: 'one', state: 'unknown' })),
    refund: mapOf(
      aRefund({ id: 'a', paymentId: 'one', state: 'unknown' }),
      aRefund({ id: 'b', paymentId: 'one', state: 'unknown' }),
    ),
  })
  expect(unknown).toBe(1)
})

it('counts a refund nobody knows of though its payment is too old to be live', () => {
  const refund = mapOf(aRefund({ id: 'a', paymentId: 'old', state: 'unknown' }))
  expect(handCounts({ ...emptyTables, refund }).unknown).toBe(1)
})

it('redraws nothing when the bill of a car that charges moves', () => {
  const running = aBill({ id: 'running', state: 'running', dueMinor: 0 })
  const before = { ...emptyTables, bill: mapOf(running, aBill({ id: 'due' })) }
  const moved = { ...before, bill: mapOf({ ...running, inclMinor: 12_000 }, aBill({ id: 'due' })) }
  expect(shallow(handCounts(before), handCounts(moved))).toBe(true)
})
