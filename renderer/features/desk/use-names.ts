import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useRows } from '../../live/use-live.ts'
import { inert } from '../../ui/mark/inert.ts'
import type { DeskCard } from './card/desk-card.ts'
import type { PlaceKey } from './strip/strip-form.ts'

/** Gives what a card's connector and its car are called. */
export function useCardNames(): (card: DeskCard) => { place: string; who: string } {
  const { t } = useTranslation('desk')
  return useCallback(
    ({ station, booking, isOneOfMany, plate }) => {
      const name = inert(station?.name ?? '', 30).text
      const { connectorId } = booking
      const place =
        station === null
          ? t('noPlace')
          : isOneOfMany && connectorId !== null
            ? t('place', { name, connector: connectorId })
            : name
      return { place, who: inert(plate, 20).text || t('unnamed') }
    },
    [t],
  )
}

/** Gives what a connector is called: its station, and its number where there are several. */
export function usePlaceName(): (place: PlaceKey) => string {
  const { t } = useTranslation('desk')
  const stations = useRows('station')
  const connectors = useRows('connector')
  return ({ stationId, connectorId }) => {
    const name = inert(stations.find(({ id }) => id === stationId)?.name ?? '', 30).text
    const isOneOfMany = connectors.some(
      (row) => row.stationId === stationId && row.connectorId === 2,
    )
    return isOneOfMany ? t('place', { name, connector: connectorId }) : name
  }
}
