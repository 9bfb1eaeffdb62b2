import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TariffScope, WeeklyWindow } from '../../../../shared/domain/tariff/tariff.ts'
import { useRows } from '../../../live/use-live.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { clockOfMinute } from '../../../ui/input/typed-clock.ts'
import { useWeekdayNames, weekdayRuns } from '../../../ui/input/weekdays.ts'

/** Tells whom and what a tariff is for, in the reader's language. */
export function useScopeWords(): (scope: TariffScope) => string {
  const { t } = useTranslation('tariff')
  const stations = useRows('station')
  const customers = useRows('customer')
  const names = useWeekdayNames()
  return useMemo(() => {
    const nameOf = (rows: readonly { id: string; name: string }[], id: string) =>
      inert(rows.find((row) => row.id === id)?.name ?? t('scope.gone'), 60).text
    const windowOf = ({ weekdays, from, until }: WeeklyWindow) => {
      const days = weekdayRuns(weekdays).map(([first, last]) =>
        first === last ? names.short(first) : `${names.short(first)}–${names.short(last)}`,
      )
      return `${days.join(', ')} ${clockOfMinute(from)}–${clockOfMinute(until)}`
    }
    return ({ stationId, connectorId, customerId, customerGroup, idToken, isFlexible, hours }) => {
      const parts: string[] = []
      if (idToken !== null) parts.push(t('scope.token', { name: inert(idToken, 20).text }))
      if (customerId !== null)
        parts.push(t('scope.customer', { name: nameOf(customers, customerId) }))
      if (customerGroup !== null)
        parts.push(t('scope.group', { name: inert(customerGroup, 60).text }))
      if (stationId !== null) {
        const name = nameOf(stations, stationId)
        parts.push(
          connectorId === null
            ? t('scope.station', { name })
            : t('scope.connector', { name, number: connectorId }),
        )
      }
      if (parts.length === 0) parts.push(t('scope.site'))
      if (isFlexible) parts.push(t('scope.flexible'))
      return [...parts, ...(hours ?? []).map(windowOf)].join(', ')
    }
  }, [t, stations, customers, names])
}
