import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRows } from '../../../live/use-live.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { placeKeeper } from '../rows/places.ts'

/** The connectors a booking can be put on, as a select wants them, in the order of the timeline. */
export function usePlaceOptions(): { value: string; label: string }[] {
  const { t } = useTranslation('booking')
  const stations = useRows('station')
  const connectors = useRows('connector')
  const keeper = useMemo(() => placeKeeper(), [])
  return useMemo(
    () =>
      keeper(stations, connectors).map(({ key, station, connector, of }) => {
        const name = inert(station.name, 60).text
        const label = of > 1 ? t('placeOf', { name, connector: connector.connectorId }) : name
        return { value: key, label }
      }),
    [t, keeper, stations, connectors],
  )
}
