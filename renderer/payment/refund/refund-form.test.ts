import fc from 'fast-check'
import { expect, it } from 'vitest'
import { moneyText } from '../../ui/input/typed-money.ts'
import { emptyRefund, refundFlaws, refundMinor } from './refund-form.ts'

const may = { refundableMinor: 12_000, notRefundable: null }
const form = { ...emptyRefund, note: 'Cable was loose' }

it('is all that may be given back until an amount is typed', () => {
  expect(refundMinor(form, may, 'SEK', 'sv')).toBe(12_000)
  expect(refundMinor({ ...form, amount: '50,5' }, may, 'SEK', 'sv')).toBe(5_050)
})

it('is never above what may be given back, and never nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30_000 }), (minor) => {
      const typed = { ...form, amount: moneyText(minor, 'SEK', 'en') }
      const fits = minor >= 1 && minor <= may.refundableMinor
      expect(refundMinor(typed, may, 'SEK', 'en')).toBe(fits ? minor : undefined)
    }),
  )
})

it('needs the person’s own words, and an amount', () => {
  expect(refundFlaws({ ...emptyRefund, note: '  ' }, may, 'SEK', 'en')).toEqual(['note'])
  expect(refundFlaws({ ...form, amount: '' }, may, 'SEK', 'en')).toEqual(['amount'])
  expect(refundFlaws(form, { refundableMinor: 0, notRefundable: 'disputed' }, 'SEK', 'en')).toEqual(
    ['amount'],
  )
})
