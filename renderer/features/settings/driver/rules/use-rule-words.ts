import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { spanParts } from './rule-sentences.ts'
import type { RuleSentence } from './rule-sentences.ts'

/** Gives the sentences of the house rules, and spans of minutes, in the reader's language. */
export function useRuleWords(): {
  span: (minutes: number) => string
  sentence: (sentence: RuleSentence) => string
} {
  const { t } = useTranslation('driverPage')
  return useMemo(() => {
    const span = (minutes: number): string => {
      const [one = '', other] = spanParts(minutes).map(([unit, count]) =>
        t(`rules.span.${unit}`, { count }),
      )
      return other === undefined ? one : t('rules.span.and', { one, other })
    }
    const days = (count: number) => t('rules.span.days', { count })
    return {
      span,
      sentence: (told) => {
        switch (told.say) {
          case 'waiting':
            return t('rules.words.waiting', { claim: span(told.claim) })
          case 'window':
            return t('rules.words.window', { least: span(told.least), most: span(told.most) })
          case 'aheadLead':
            return t('rules.words.aheadLead', { lead: span(told.lead), days: days(told.days) })
          case 'aheadSoon':
            return t('rules.words.aheadSoon', { days: days(told.days) })
          case 'payPart':
            return t('rules.words.payPart', { pct: told.pct })
          case 'hold':
            return t('rules.words.hold', { hold: span(told.hold) })
          case 'cancelFree':
            return t('rules.words.cancelFree', { cancel: span(told.cancel) })
          case 'late':
            return t('rules.words.late', { late: span(told.late) })
          case 'mostOpen':
            return t('rules.words.mostOpen', { count: told.count })
          default:
            return t(`rules.words.${told.say}`)
        }
      },
    }
  }, [t])
}
