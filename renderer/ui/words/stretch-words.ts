import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../shared/time/instant.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** Gives a stretch of time in words: clock times, the day beside them where it is not today's or the coming night's. */
export function useStretchWords(): (from: Instant, until: Instant) => string {
  const { t } = useTranslation('booking')
  const format = useFormat()
  return useCallback(
    (from, until) => {
      const now = Date.now()
      return t('stretch', { from: format.moment(from, now), until: format.end(from, until, now) })
    },
    [t, format],
  )
}
