import { expect, test } from 'vitest'
import { cashStepMinor } from '../money/currency.ts'
import { denominationsOf } from './denominations.ts'

test.each(['SEK', 'NOK', 'DKK', 'EUR', 'GBP', 'USD'])(
  'in %s all that cash is rounded to can be counted, the largest first',
  (currency) => {
    const values = denominationsOf(currency)
    expect(values.at(-1)).toBe(cashStepMinor(currency))
    expect(values).toEqual(values.toSorted((one, other) => other - one))
  },
)

test('a currency that nobody has listed is counted by 1, 2, 5 and so on, down to its smallest unit', () => {
  const values = denominationsOf('PLN')
  expect(values.slice(-4)).toEqual([10, 5, 2, 1])
  expect(denominationsOf('JPY').at(0)).toBe(50_000)
})

test('a site’s own list comes before what is known', () => {
  expect(denominationsOf('SEK', { SEK: [100, 50_000] })).toEqual([50_000, 100])
  expect(denominationsOf('SEK', { SEK: [] })).toEqual(denominationsOf('SEK'))
})
