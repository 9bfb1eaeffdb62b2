import { expect, it } from 'vitest'
import { aBill } from '../../../../shared/domain/payment/payment-fixture.ts'
import { addedMinor, ratesOf } from './correction.ts'

const form = (sum: string) => ({ sum, ratePct: 25, note: '' })

it('adds the difference to the sum that is typed, or takes it off', () => {
  expect(addedMinor(form('120,50'), aBill(), 'sv')).toBe(2_050)
  expect(addedMinor(form('0'), aBill(), 'sv')).toBe(-10_000)
})

it('is nothing while the sum is the same, empty or no amount', () => {
  for (const sum of ['100,00', '', 'x', '-5'])
    expect(addedMinor(form(sum), aBill(), 'sv')).toBeNull()
})

it('is of a rate that the bill has', () => {
  expect(ratesOf(aBill())).toEqual([25])
  expect(ratesOf(aBill({ vat: [] }))).toEqual([0])
})
