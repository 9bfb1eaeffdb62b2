import { expect, test } from 'vitest'
import { currencyCode } from './currency-code.ts'
import { cashStepMinor, minimumChargeMinor, minorDigits } from './currency.ts'

test.each([
  ['SEK', 2, 300, 100],
  ['NOK', 2, 300, 100],
  ['DKK', 2, 250, 50],
  ['EUR', 2, 50, 1],
  ['GBP', 2, 30, 1],
  ['CHF', 2, null, 5],
  ['JPY', 0, null, 1],
  ['KWD', 3, null, 1],
])('%s: %d decimals, at least %s by card, cash in steps of %d', (code, digits, least, step) => {
  expect(minorDigits(code)).toBe(digits)
  expect(minimumChargeMinor(code)).toBe(least)
  expect(cashStepMinor(code)).toBe(step)
})

test('a code has three capitals', () => {
  expect(currencyCode.safeParse('SEK').success).toBe(true)
  for (const wrong of ['sek', 'SE', 'SEKS', 'S3K'])
    expect(currencyCode.safeParse(wrong).success).toBe(false)
})
