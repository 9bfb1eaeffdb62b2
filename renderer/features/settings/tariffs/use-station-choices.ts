import { useMemo } from 'react'
import { useRows } from '../../../live/use-live.ts'
import type { Choice } from '../../../ui/input/fleet-choices.ts'
import { inert } from '../../../ui/mark/inert.ts'

/** The stations in use to choose from, by name, and the connectors of one. */
export function useStationChoices(): {
  stations: Choice[]
  connectorsOf: (stationId: string | null) => Choice[]
} {
  const stations = useRows('station')
  const connectors = useRows('connector')
  return useMemo(
    () => ({
      stations: stations
        .filter(({ retiredAt }) => retiredAt === null)
        .map(({ id, name }) => ({ value: id, label: inert(name, 60).text }))
        .toSorted((one, other) =>
          one.label.localeCompare(other.label, undefined, { numeric: true }),
        ),
      connectorsOf: (stationId) =>
        connectors
          .filter((row) => row.stationId === stationId && row.connectorId > 0)
          .toSorted((one, other) => one.connectorId - other.connectorId)
          .map(({ connectorId }) => ({ value: String(connectorId), label: String(connectorId) })),
    }),
    [stations, connectors],
  )
}
