import { expect, test } from 'vitest'
import { standingOf } from './payment-standing.ts'

const paid = { state: 'paid', disputed: false, capturedMinor: 1_000, refundedMinor: 0 } as const

test('what is paid is told with what became of it since', () => {
  expect(standingOf(paid)).toBe('paid')
  expect(standingOf({ ...paid, refundedMinor: 400 })).toBe('partRefunded')
  expect(standingOf({ ...paid, refundedMinor: 1_000 })).toBe('refunded')
  expect(standingOf({ ...paid, refundedMinor: 400, disputed: true })).toBe('disputed')
})

test('what is not paid is told as it is', () => {
  expect(standingOf({ ...paid, state: 'held', capturedMinor: 0 })).toBe('held')
  expect(standingOf({ ...paid, state: 'unknown', capturedMinor: 0 })).toBe('unknown')
})
