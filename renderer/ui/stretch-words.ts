import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../shared/time/instant.ts'
import { useFormat } from '../i18n/use-format.ts'

/** Gives a stretch of time in words: clock times, each with its day where that is not today or not the day before it. */
export function useStretchWords(): (from: Instant, until: Instant) => string {
  const { t } = useTranslation('booking')
  const format = useFormat()
  return useCallback(
    (from, until) => {
      const today = format.day(Date.now())
      const [firstDay, lastDay] = [format.day(from), format.day(until)]
      const first = firstDay === today ? format.clock(from) : format.dateTime(from)
      const last = lastDay === firstDay ? format.clock(until) : format.dateTime(until)
      return t('stretch', { from: first, until: last })
    },
    [t, format],
  )
}
