import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { type ReportPeriod, stretchOf } from '../../../shared/domain/report/period.ts'
import { useLocale } from '../../i18n/locale.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { periodName } from './period-name.ts'
import { choiceOf } from './period-step.ts'
import type { Clock } from './period-step.ts'

/** Gives a period's name in the reader's language. */
export function usePeriodName(): (period: ReportPeriod, clock: Clock) => string {
  const { t } = useTranslation('reports')
  const language = useLocale((locale) => locale.language)
  return useCallback(
    (period, clock) =>
      periodName(period, clock, language, {
        week: (week, year) => t('period.week', { week, year }),
        quarter: (quarter, year) => t('period.quarter', { quarter, year }),
      }),
    [t, language],
  )
}

/** Gives the words for a period that is meant anew each time, such as "this month"; null for one that stays. */
export function useRecentWords(): (period: ReportPeriod) => string | null {
  const { t } = useTranslation('reports')
  return useCallback(
    (period) => {
      const choice = choiceOf(period)
      if (period.is !== 'ago' || choice === 'days' || period.ago > 1) return null
      return t(`period.recent.${choice}${period.ago === 0 ? 0 : 1}`)
    },
    [t],
  )
}

/** Gives exactly when a period begins and ends, and by which clock. */
export function useExactWords(): (period: ReportPeriod, clock: Clock) => string {
  const { t } = useTranslation('reports')
  const format = useFormat()
  return useCallback(
    (period, clock) => {
      const { fromAt, untilAt } = stretchOf(period, clock)
      const [first, last] = [fromAt, untilAt].map((at) => offsetAt(at, clock.timeZone))
      const offsets = first === last ? `UTC${first}` : `UTC${first} → UTC${last}`
      const stretch = t('export.stretch', {
        from: format.dateTime(fromAt),
        until: format.dateTime(untilAt),
      })
      return `${stretch} (${t('export.zone', { zone: clock.timeZone, offsets })})`
    },
    [t, format],
  )
}

function offsetAt(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offset
}
