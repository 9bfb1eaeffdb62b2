import i18next from 'i18next'
import type { TariffWords } from '../../../../../shared/domain/tariff/words.ts'
import * as written from '../../../../i18n/format.ts'
import { languages } from '../../../../i18n/locale.ts'
import type { Language } from '../../../../i18n/locale.ts'
import { weekdayNames } from '../../../../ui/input/weekdays.ts'
import { priceWordsBy } from '../../../../ui/words/use-price-words.ts'

/** The languages of a sign, the one that the desk speaks first. */
export function signLanguages(first: Language): Language[] {
  return [first, ...languages.filter((language) => language !== first)]
}

/** A price in a language that the window may not speak, line by line. */
export function priceLines(words: TariffWords, language: Language, timeZone: string): string[] {
  const style = { language, timeZone }
  const format = {
    number: (value: number, decimals = 0) => written.formatNumber(value, decimals, style),
    day: (at: number) => written.formatDay(at, style),
    unitPrice: (price: string, currency: string) => written.formatUnitPrice(price, currency, style),
  }
  const say = i18next.getFixedT(language, 'price')
  return priceWordsBy(say, format, weekdayNames(language, 'short')).lines(words)
}
