import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minorDigits } from '../../../shared/domain/money/currency.ts'
import { decimalText, moneyText } from './money-text.ts'

const locales = { en: 'en-GB', sv: 'sv-SE' } as const
const language = fc.constantFrom('en' as const, 'sv' as const)
const currency = fc.constantFrom('SEK', 'NOK', 'DKK', 'EUR', 'GBP', 'USD', 'CHF', 'JPY', 'PLN')

test('money is written as Intl writes it, without what it takes to ask', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), currency, language, (minor, code, tongue) => {
      const digits = minorDigits(code)
      const amount = (minor === 0 ? 0 : minor) / 10 ** digits
      const { format } = new Intl.NumberFormat(locales[tongue], {
        ...{ style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' },
        ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
      })
      expect(moneyText(amount, code, digits, tongue)).toBe(format(amount))
    }),
  )
})

test('prices have as many decimals as they need, up to four', () => {
  const plain = (price: number) => moneyText(price, 'SEK', 4, 'sv').replaceAll(/\s/g, ' ')
  expect([3, 3.5, 3.6125, 0.10005].map(plain)).toEqual([
    ...['3,00 kr', '3,50 kr', '3,6125 kr', '0,1001 kr'],
  ])
})

test('numbers are grouped, and minus nought is nought', () => {
  expect(decimalText(1_234_567.891, 1, 1, 'en')).toBe('1,234,567.9')
  expect(decimalText(-1_234.5, 1, 1, 'sv')).toBe('\u22121\u00a0234,5')
  expect(decimalText(-0.04, 1, 1, 'en')).toBe('0.0')
})
