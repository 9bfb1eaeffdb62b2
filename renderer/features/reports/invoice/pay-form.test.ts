import { expect, test } from 'vitest'
import { amountOf, payFormOf } from './pay-form.ts'

const owed = { leftMinor: 12_550, currency: 'SEK' }

test('what is left is offered, and taken as it stands', () => {
  const form = payFormOf(owed, '2026-11-27', 'sv')
  expect(form).toEqual({ amount: '125,50', paidOn: '2026-11-27', note: '' })
  expect(amountOf(form, owed, 'sv')).toBe(12_550)
})

test('a part may come in, never more than is left, and nothing isn’t entered', () => {
  expect(amountOf({ amount: '100' }, owed, 'sv')).toBe(10_000)
  expect(amountOf({ amount: '125,51' }, owed, 'sv')).toBeNull()
  for (const amount of ['', '0', 'x']) expect(amountOf({ amount }, owed, 'sv')).toBeNull()
})

test('what is too much is paid back, told below zero', () => {
  const over = { leftMinor: -1_000, currency: 'SEK' }
  expect(payFormOf(over, '2026-11-27', 'en').amount).toBe('10.00')
  expect(amountOf({ amount: '10' }, over, 'en')).toBe(-1_000)
  expect(amountOf({ amount: '11' }, over, 'en')).toBeNull()
})
