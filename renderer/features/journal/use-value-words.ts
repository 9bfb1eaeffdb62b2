import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { words as payment } from '../../i18n/en/payment.ts'
import { words as session } from '../../i18n/en/session.ts'
import { inWords, UNKNOWN } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useSite } from '../../live/use-live.ts'
import { inert } from '../../ui/mark/inert.ts'
import type { JournalWords } from './use-journal-words.ts'
import { valueKind } from './value-kind.ts'

/**
 * Says a value of the journal in words: instants and quantities by the name of its field, rows by their own.
 * @param currency of the money around it; the site's where it says none
 */
export function useValueWords(
  { name, act }: JournalWords,
  currency: string | null,
): (field: string, value: unknown) => string {
  const { t } = useTranslation(['journal', 'session', 'payment'])
  const format = useFormat()
  const ofSite = useSite()?.currency ?? 'SEK'
  return useCallback(
    (field, value) => {
      const told = valueKind(field, value)
      switch (told.kind) {
        case 'none':
          return UNKNOWN
        case 'yesNo':
          return t(told.is ? 'journal:yes' : 'journal:no')
        case 'instant':
          return `${format.day(told.at)} ${format.clockSeconds(told.at)}`
        case 'money':
          return format.money(told.minor, currency ?? ofSite)
        case 'power':
          return inWords(format.power(told.powerW))
        case 'energy':
          return inWords(format.energy(told.energyWh))
        case 'current':
          return inWords(format.current(told.currentDa))
        case 'percent':
          return inWords(format.percent(told.pct))
        case 'minutes':
          return t('journal:minutes', { count: told.count })
        case 'row':
          return name(told.id) ?? inert(told.id, 60).text
        case 'text': {
          const { text } = told
          if (field === 'act') return act(text)
          if (field === 'role' && isIn(session.role, text)) return t(`session:role.${text}`)
          if (field === 'means' && isIn(payment.means, text)) return t(`payment:means.${text}`)
          if (field === 'settlement' && isIn(payment.settlement, text))
            return t(`payment:settlement.${text}`)
          return inert(text, 400).text
        }
      }
    },
    [t, format, name, act, currency, ofSite],
  )
}

function isIn<Words extends object>(words: Words, word: string): word is keyof Words & string {
  return Object.hasOwn(words, word)
}
