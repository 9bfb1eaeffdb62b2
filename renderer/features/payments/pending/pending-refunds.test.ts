import { expect, it } from 'vitest'
import { aRefund } from '../../../../shared/domain/payment/payment-fixture.ts'
import { isPendingRefund, pendingFirst } from './pending-refunds.ts'

it('lists what waits and what has failed, but not what nobody knows of', () => {
  const states = ['requested', 'pending', 'requires_action', 'failed'] as const
  for (const state of states) expect(isPendingRefund(aRefund({ state }))).toBe(true)
  for (const state of ['succeeded', 'canceled', 'unknown'] as const)
    expect(isPendingRefund(aRefund({ state }))).toBe(false)
})

it('puts those first that need a hand', () => {
  const failed = aRefund({ state: 'failed', createdAt: 1 })
  const newer = aRefund({ state: 'pending', createdAt: 9 })
  const older = aRefund({ state: 'pending', createdAt: 2 })
  expect([older, newer, failed].toSorted(pendingFirst)).toEqual([failed, newer, older])
})
