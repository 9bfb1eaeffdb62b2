import { expect, test } from 'vitest'
import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import { visits } from '../testing/visits.ts'
import { payPageOf, toPayMinor } from './paying.ts'

const now = Date.parse('2026-03-02T15:20Z')
const visit = (name: string): VisitView => {
  const make = visits[name]
  if (make === undefined) throw new Error(`There is no visit ${name}.`)
  return make(now)
}
const asked = (changes: Partial<NonNullable<VisitView['payment']>>): VisitView => {
  const view = visit('unpaid')
  const payment = view.payment && { ...view.payment, payUrl: 'https://pay.example/1', ...changes }
  return { ...view, payment }
}

test('one is sent to pay only where one is asked now, and only to a page of the web', () => {
  expect(payPageOf(asked({}), now)).toBe('https://pay.example/1')
  expect(payPageOf(asked({ state: 'requested', payUrl: null }), now)).toBeNull()
  expect(payPageOf(asked({ state: 'processing' }), now)).toBeNull()
  expect(payPageOf(asked({ expiresAt: now }), now)).toBeNull()
  expect(payPageOf(asked({ payUrl: 'javascript:alert(1)' }), now)).toBeNull()
})

test('what is asked for is what there is to pay; before that the deposit, afterwards the rest', () => {
  expect(toPayMinor(asked({ amountMinor: 777 }))).toBe(777)
  expect(toPayMinor(visit('payFailed'))).toBe(4_140)
  expect(toPayMinor(visit('duePay'))).toBe(3_168)
  expect(toPayMinor(visit('waiting'))).toBe(0)
})
