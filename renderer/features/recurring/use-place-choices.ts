import { useMemo } from 'react'
import { useRows } from '../../live/use-live.ts'
import { inert } from '../../ui/mark/inert.ts'

/** The connectors to choose from, by their stations' names; one that is gone only where it is chosen already. */
export function usePlaceChoices(chosen: string | null): { value: string; label: string }[] {
  const stations = useRows('station')
  const connectors = useRows('connector')
  return useMemo(() => {
    const names = new Map(
      stations
        .filter((row) => row.retiredAt === null)
        .map((row) => [row.id, inert(row.name, 60).text]),
    )
    const order = new Intl.Collator(undefined, { numeric: true })
    const choices = connectors
      .filter(({ connectorId, stationId }) => connectorId > 0 && names.has(stationId))
      .map(({ stationId, connectorId }) => ({
        value: `${stationId}/${connectorId}`,
        label: `${names.get(stationId)} · ${connectorId}`,
      }))
      .toSorted((a, b) => order.compare(a.label, b.label))
    const isThere = chosen === null || choices.some(({ value }) => value === chosen)
    return isThere ? choices : [{ value: chosen, label: '–' }, ...choices]
  }, [stations, connectors, chosen])
}
