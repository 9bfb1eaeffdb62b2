import { useMemo } from 'react'
import { useLocale } from '../../../i18n/locale.ts'
import type { Instant } from '../../../../shared/time/instant.ts'

/** The names of days on the axis. */
export interface DayWords {
  /** Wednesday 4 March */
  readonly long: (at: Instant) => string
  /** Wed 4 Mar */
  readonly short: (at: Instant) => string
  /** Wed 4 */
  readonly brief: (at: Instant) => string
  /** March 2026 */
  readonly month: (at: Instant) => string
}

/** The names of days in the language and the site's time zone. */
export function useDayWords(): DayWords {
  const language = useLocale((locale) => locale.language)
  const timeZone = useLocale((locale) => locale.timeZone)
  return useMemo(() => {
    const formatOf = (options: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
        ...options,
        timeZone,
      })
      return (at: Instant) => format.format(at)
    }
    return {
      long: formatOf({ weekday: 'long', day: 'numeric', month: 'long' }),
      short: formatOf({ weekday: 'short', day: 'numeric', month: 'short' }),
      brief: formatOf({ weekday: 'short', day: 'numeric' }),
      month: formatOf({ month: 'long', year: 'numeric' }),
    }
  }, [language, timeZone])
}
