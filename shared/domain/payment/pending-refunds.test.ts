import { expect, it } from 'vitest'
import { aRefund } from './payment-fixture.ts'
import { pendingRefunds } from './pending-refunds.ts'

it('lists what waits and what has failed, but not what nobody knows of', () => {
  const waits = ['requested', 'pending', 'requires_action', 'failed'] as const
  const others = ['succeeded', 'canceled', 'unknown'] as const
  const refunds = [...waits, ...others].map((state) =>
    aRefund({ id: state, paymentId: state, state }),
  )
  expect(pendingRefunds(refunds).map(({ state }) => state)).toHaveLength(waits.length)
  expect(pendingRefunds(refunds).map(({ state }) => state)).toEqual(
    expect.arrayContaining([...waits]),
  )
})

it('puts those first that need a hand', () => {
  const failed = aRefund({ id: 'failed', state: 'failed', createdAt: 1, updatedAt: 10 })
  const newer = aRefund({ id: 'newer', state: 'pending', createdAt: 9 })
  const older = aRefund({ id: 'older', state: 'pending', createdAt: 2 })
  expect(pendingRefunds([older, newer, failed])).toEqual([failed, newer, older])
})

it('lets go of one that failed when its payment was given back anew, not when that failed too', () => {
  const failed = aRefund({ id: 'failed', state: 'failed', createdAt: 1, updatedAt: 10 })
  const before = aRefund({ id: 'before', state: 'succeeded', createdAt: 9 })
  const again = aRefund({ id: 'again', state: 'failed', createdAt: 20, updatedAt: 30 })
  const other = aRefund({ id: 'other', paymentId: 'other', state: 'succeeded', createdAt: 40 })
  expect(pendingRefunds([failed, before, other])).toEqual([failed])
  expect(pendingRefunds([failed, again])).toEqual([again, failed])
  const given = aRefund({ id: 'given', state: 'succeeded', createdAt: 40 })
  expect(pendingRefunds([failed, again, given])).toEqual([])
})
