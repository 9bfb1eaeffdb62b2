import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/locale.ts'
import { stretchName } from './axis-words.ts'
import type { Wanted } from './use-load.ts'

/** Names the time that is wanted, or that was answered. */
export function useStretchName(): (wanted: Wanted) => string {
  const { t } = useTranslation('load')
  const language = useLocale((locale) => locale.language)
  return useCallback(
    ({ span, stretch, timeZone, live }) => {
      if (live) return t('step.live')
      const week = (number: number, year: number) => t('step.week', { week: number, year })
      return stretchName(span, stretch.from, { language, timeZone }, week)
    },
    [t, language],
  )
}
