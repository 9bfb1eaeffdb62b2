import { minorDigits } from '../../../shared/domain/money/currency.ts'
import type { Language } from './language.ts'

/** How currencies are written that chargers here are paid in. */
const symbols: Readonly<Record<string, string>> = {
  ...{ SEK: 'kr', NOK: 'kr', DKK: 'kr', CHF: 'CHF', EUR: '€', GBP: '£', USD: '$' },
}

/**
 * Money as `Intl.NumberFormat` writes it with a narrow symbol, and for the usual currencies without it: a phone takes
 * longer to read how a language writes them than to draw all the page.
 * @param amount major units
 * @param most decimals; at least as many as the currency has
 */
export function moneyText(
  amount: number,
  currency: string,
  most: number,
  language: Language,
): string {
  const least = minorDigits(currency)
  const symbol = symbols[currency]
  if (symbol === undefined)
    return new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
      ...{ style: 'currency', currency, currencyDisplay: 'narrowSymbol' },
      ...{ minimumFractionDigits: least, maximumFractionDigits: most },
    }).format(amount)
  const sign = amount < 0 ? MINUS[language] : ''
  const digits = decimalText(Math.abs(amount), least, most, language)
  if (language === 'sv') return `${sign}${digits}\u00a0${symbol}`
  return `${sign}${symbol}${/[a-z]$/i.test(symbol) ? '\u00a0' : ''}${digits}`
}

const MINUS: Record<Language, string> = { en: '-', sv: '\u2212' }

/** A number as the language writes it: 1,234.5 or 1 234,5. */
export function decimalText(
  value: number,
  least: number,
  most: number,
  language: Language,
): string {
  const [whole = '', broken = ''] = Math.abs(value).toFixed(most).split('.')
  const [group, point] = language === 'sv' ? ['\u00a0', ','] : [',', '.']
  const kept = broken.slice(0, least) + broken.slice(least).replace(/0+$/, '')
  const isNought = Number(`${whole}.${kept}`) === 0
  const sign = value < 0 && !isNought ? MINUS[language] : ''
  const thousands = whole.replaceAll(/\B(?=(\d{3})+$)/g, group)
  return `${sign}${thousands}${kept === '' ? '' : `${point}${kept}`}`
}
