import { useMemo, useState } from 'react'
import { useRow, useRows } from '../../live/use-live.ts'
import { rowKeeper } from './kept-rows.ts'
import { compareName } from './station-order.ts'
import { stationRow } from './station-row.ts'
import type { StationRow } from './station-row.ts'

/** Every station of the site with its connectors and running transactions, live, by name. */
export function useStationRows(): StationRow[] {
  const stations = useRows('station')
  const connectors = useRows('connector')
  const transactions = useRows('transaction')
  const [keep] = useState(rowKeeper)
  return useMemo(
    () => keep(stations, connectors, transactions).toSorted(compareName),
    [keep, stations, connectors, transactions],
  )
}

/** One station, live; undefined when there is none with that id. A retired one is still found here. */
export function useStationRow(stationId: string): StationRow | undefined {
  const station = useRow('station', stationId)
  const connectors = useRows('connector')
  const transactions = useRows('transaction')
  return useMemo(() => {
    if (!station) return undefined
    return stationRow(
      station,
      connectors.filter((connector) => connector.stationId === stationId),
      transactions.filter((row) => row.stationId === stationId && row.state === 'active'),
    )
  }, [station, stationId, connectors, transactions])
}
