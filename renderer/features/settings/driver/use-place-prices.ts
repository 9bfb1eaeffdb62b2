import { useCallback, useMemo } from 'react'
import type { Id } from '../../../../shared/domain/id/id.ts'
import { chooseTariff } from '../../../../shared/domain/tariff/choose.ts'
import { type TariffWords, wordsOf } from '../../../../shared/domain/tariff/words.ts'
import { MINUTE } from '../../../../shared/time/instant.ts'
import { useRows, useSite } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'

/** Today's prices of connectors for whoever comes by, in words that can be told in any language. */
export interface PlacePrices {
  readonly wordsAt: (stationId: Id, connectorId: number) => TariffWords | null
  /** How many connectors there are, and how many of them have a price. */
  readonly all: number
  readonly priced: number
}

/** Works out which tariff each connector has for somebody whom nobody knows. */
export function usePlacePrices(): PlacePrices {
  const tariffs = useRows('tariff')
  const versions = useRows('tariffVersion')
  const assignments = useRows('tariffAssignment')
  const stations = useRows('station')
  const connectors = useRows('connector')
  const timeZone = useSite()?.timeZone ?? 'UTC'
  // The minute's end: a price that was set in this very minute counts.
  const at = useNow(MINUTE) + MINUTE
  const wordsAt = useCallback(
    (stationId: Id, connectorId: number) => {
      const book = { tariffs, versions, assignments, timeZone }
      const stay = {
        startsAt: at,
        stationId,
        connectorId,
        customer: null,
        idToken: null,
        isFlexible: false,
      }
      const { version } = chooseTariff(book, stay)
      return version === null ? null : wordsOf(version)
    },
    [tariffs, versions, assignments, timeZone, at],
  )
  return useMemo(() => {
    const used = new Set(stations.filter(({ retiredAt }) => retiredAt === null).map(({ id }) => id))
    const places = connectors.filter(
      ({ stationId, connectorId }) => connectorId > 0 && used.has(stationId),
    )
    const priced = places.filter((row) => wordsAt(row.stationId, row.connectorId) !== null).length
    return { wordsAt, all: places.length, priced }
  }, [wordsAt, stations, connectors])
}
