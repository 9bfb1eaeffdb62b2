import { decimalSign, type Language } from '../../i18n/locale.ts'
import { minorDigits } from '../../../shared/domain/money/currency.ts'

/**
 * What was typed as money, in minor units: 1 234,50 or 1234.50, either decimal sign, thousands apart by spaces (in
 * English by commas too). Null when empty; undefined when it is no amount, has more decimals than the currency, or
 * could be read in two ways.
 */
export function typedMoney(
  typed: string,
  currency: string,
  language: Language,
): number | null | undefined {
  const text = typed.trim().replaceAll(/[\s\u00a0\u202f]/gu, '')
  if (text === '') return null
  const plain = language === 'en' && GROUPED.test(text) ? text.replaceAll(',', '') : text
  const found = /^(\d{1,9})(?:[.,](\d*))?$/.exec(plain)
  const [, whole, part = ''] = found ?? []
  const digits = minorDigits(currency)
  if (whole === undefined || part.length > digits) return undefined
  return Number(whole + part.padEnd(digits, '0'))
}

const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/

/** An amount as it is typed: 120,50 / 120.50, without the currency. */
export function moneyText(amountMinor: number, currency: string, language: Language): string {
  const digits = minorDigits(currency)
  const all = String(amountMinor).padStart(digits + 1, '0')
  if (digits === 0) return all
  return `${all.slice(0, -digits)}${decimalSign(language)}${all.slice(-digits)}`
}
