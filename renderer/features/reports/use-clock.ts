import { useMemo } from 'react'
import { MINUTE } from '../../../shared/time/instant.ts'
import { useLocale } from '../../i18n/locale.ts'
import { useNow } from '../../live/use-now.ts'
import type { Clock } from './period-step.ts'

/** The site's clock, to the minute. */
export function useClock(): Clock {
  const timeZone = useLocale((locale) => locale.timeZone)
  const now = useNow(MINUTE)
  return useMemo(() => ({ timeZone, now }), [timeZone, now])
}
