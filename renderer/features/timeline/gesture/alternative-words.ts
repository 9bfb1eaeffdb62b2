import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alternative } from '../../../../shared/domain/booking/refusal.ts'
import { useLiveStore } from '../../../live/store.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { useStretchWords } from '../../../ui/words/stretch-words.ts'

/** Gives a place in time in words: "Gate 1 · 2, 18:00–20:00". */
export function useAlternativeWords(): (alternative: Alternative) => string {
  const { t } = useTranslation('booking')
  const stretchOf = useStretchWords()
  return useCallback(
    ({ stationId, connectorId, arrivesAt, departsAt }) => {
      const { station, connector } = useLiveStore.getState().tables
      const name = inert(station.get(stationId)?.name ?? '', 40).text
      const others = [...connector.values()].filter(
        (row) => row.stationId === stationId && row.connectorId > 0,
      )
      const place = others.length > 1 ? t('placeOf', { name, connector: connectorId }) : name
      return t('alternative', { place, stretch: stretchOf(arrivesAt, departsAt) })
    },
    [t, stretchOf],
  )
}
