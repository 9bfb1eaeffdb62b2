import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../shared/time/instant.ts'
import { useFormat } from '../i18n/use-format.ts'

/** Gives a stretch of time in words: clock times, the day beside them where it is not today's or the first one's. */
export function useStretchWords(): (from: Instant, until: Instant) => string {
  const { t } = useTranslation('booking')
  const format = useFormat()
  return useCallback(
    (from, until) => {
      const now = Date.now()
      const sameDay = format.day(from) === format.day(until)
      const first = format.moment(from, now)
      const last = sameDay ? format.clock(until) : format.moment(until, now)
      return t('stretch', { from: first, until: last })
    },
    [t, format],
  )
}
