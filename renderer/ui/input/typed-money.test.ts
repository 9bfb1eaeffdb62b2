import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatMoney } from '../../i18n/format.ts'
import { languages } from '../../i18n/locale.ts'
import { moneyText, typedMoney } from './typed-money.ts'

const amount = fc.integer({ min: 0, max: 99_999_999 })
const currency = fc.constantFrom('SEK', 'EUR', 'JPY', 'KWD')
const language = fc.constantFrom(...languages)

it('reads every amount back that it writes', () => {
  fc.assert(
    fc.property(amount, currency, language, (minor, code, spoken) => {
      expect(typedMoney(moneyText(minor, code, spoken), code, spoken)).toBe(minor)
    }),
  )
})

it('reads an amount that was copied from the screen, its currency apart', () => {
  fc.assert(
    fc.property(amount, currency, language, (minor, code, spoken) => {
      const shown = formatMoney(minor, code, { language: spoken, timeZone: 'UTC' })
      const figures = shown.replaceAll(/[^\d.,\s]/gu, '')
      expect(typedMoney(figures, code, spoken)).toBe(minor)
    }),
  )
})

it('takes either decimal sign', () => {
  expect(typedMoney('12,5', 'SEK', 'en')).toBe(1_250)
  expect(typedMoney('12.50', 'SEK', 'sv')).toBe(1_250)
  expect(typedMoney('1 234', 'SEK', 'sv')).toBe(123_400)
})

it('refuses what is no amount, and what could be read in two ways', () => {
  const wrong = ['-5', '1e3', '12,345', '1.234', '1,2,3', 'kr', '12.12.']
  expect(wrong.filter((typed) => typedMoney(typed, 'SEK', 'sv') !== undefined)).toEqual([])
  expect(typedMoney('1.5', 'JPY', 'en')).toBeUndefined()
  expect(typedMoney('  ', 'SEK', 'en')).toBeNull()
})

it('writes money exactly, however much it is', () => {
  const sv = { language: 'sv', timeZone: 'UTC' } as const
  const plain = (text: string) => text.replaceAll(/\s/gu, ' ')
  expect(plain(formatMoney(12_000, 'SEK', sv))).toBe('120,00 kr')
  expect(plain(formatMoney(9_007_199_254_740_991, 'SEK', sv))).toBe('90 071 992 547 409,91 kr')
  expect(formatMoney(12_000, 'SEK', { ...sv, language: 'en' })).toMatch(/120\.00/)
})
