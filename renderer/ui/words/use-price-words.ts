import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PriceLimit } from '../../../shared/domain/tariff/ocpi-tariff.ts'
import type { OnlyWhen, PricePhrase, TariffWords } from '../../../shared/domain/tariff/words.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { Format } from '../../i18n/use-format.ts'
import { useWeekdayNames, weekdayRuns } from '../input/weekdays.ts'

/** What a tariff costs, in the reader's language. */
export interface PriceWords {
  /** Line by line, as it is told to people: prices in AFIR's order, limits and grace, and last the tax. */
  lines: (words: TariffWords) => string[]
  /** The prices alone, in one line. */
  short: (words: TariffWords) => string
}

export function usePriceWords(): PriceWords {
  const { t } = useTranslation('price')
  const format = useFormat()
  const names = useWeekdayNames()
  return useMemo(() => priceWordsBy(t, format, names.short), [t, format, names])
}

/** The same in any language, for what is printed: its words, its ways of writing, its short names of weekdays. */
export function priceWordsBy(
  t: TFunction<'price'>,
  format: Pick<Format, 'number' | 'day' | 'unitPrice'>,
  shortDay: (weekday: number) => string,
): PriceWords {
  const decimals = (value: number) => format.number(value, Number.isInteger(value) ? 0 : 2)
  const date = (day: string) => format.day(Date.parse(`${day}T12:00:00Z`))

  const daysOf = (weekdays: readonly number[]) =>
    weekdayRuns(weekdays)
      .map(([first, last]) =>
        first === last ? shortDay(first) : `${shortDay(first)}–${shortDay(last)}`,
      )
      .join(', ')

  const whenOf = (only: OnlyWhen): string => {
    switch (only.when) {
      case 'times':
        return t('when.between', {
          from: only.from,
          until: only.until === '00:00' ? '24:00' : only.until,
        })
      case 'days':
        return daysOf(only.weekdays)
      case 'dates':
        return [
          only.from && t('when.fromDate', { from: date(only.from) }),
          only.until && t('when.untilDate', { until: date(only.until) }),
        ]
          .filter(Boolean)
          .join(' ')
      default: {
        const [from, until] = [only.from, only.until].map((bound) =>
          bound === null ? null : decimals(only.when === 'seconds' ? bound / 60 : bound),
        )
        if (from === null) return t(`when.${only.when}.until`, { until })
        return until === null
          ? t(`when.${only.when}.from`, { from })
          : t(`when.${only.when}.both`, { from, until })
      }
    }
  }

  const stepOf = ({ of, per, step }: PricePhrase): string | null => {
    if (per === 'once' || step <= 1) return null
    if (of === 'energy') return t('step.energy', { count: step })
    if (step === 60) return t('step.minute')
    return step % 60 === 0
      ? t('step.minutes', { count: step / 60 })
      : t('step.seconds', { count: step })
  }

  const phraseOf = (phrase: PricePhrase, currency: string): string => {
    const amount = format.unitPrice(phrase.price, currency)
    const { per } = phrase
    const price = per === 'minute' || per === 'hour' ? t(`per.${per}`, { price: amount }) : amount
    const told = t(`of.${phrase.of}`, { price })
    return phrase.otherwise && phrase.only.length === 0
      ? t('otherwise', { phrase: told })
      : [told, ...phrase.only.map(whenOf)].join(', ')
  }

  const limitOf = ({ before_taxes, after_taxes }: PriceLimit, currency: string): string =>
    after_taxes === undefined || after_taxes === before_taxes
      ? t('beforeTax', { price: format.unitPrice(String(before_taxes), currency) })
      : format.unitPrice(String(after_taxes), currency)

  const taxOf = ({ tax, ratesPct }: TariffWords): string =>
    t(`tax.${tax}`, { rates: ratesPct.map(decimals).join(', ') })

  return {
    lines: (words) => {
      const { currency, least, most, idleGraceMin } = words
      if (words.free) return [t('free')]
      return [
        ...words.phrases.map((phrase) =>
          [phraseOf(phrase, currency), stepOf(phrase)].filter(Boolean).join(', '),
        ),
        ...(idleGraceMin > 0 ? [t('grace', { count: idleGraceMin })] : []),
        ...(least ? [t('least', { price: limitOf(least, currency) })] : []),
        ...(most ? [t('most', { price: limitOf(most, currency) })] : []),
        taxOf(words),
      ]
    },
    short: (words) =>
      words.free
        ? t('free')
        : words.phrases.map((phrase) => phraseOf(phrase, words.currency)).join(' · '),
  }
}
