import type { Connector } from '../../../../shared/domain/connector/connector.ts'
import { pluggedIn } from '../../../../shared/domain/connector/plugged-in.ts'
import type { Station } from '../../../../shared/domain/station/station.ts'
import { chargeStateOf } from '../../../ui/mark/charge-state.ts'
import type { ChargeState } from '../../../ui/mark/charge-state.ts'

/** A connector that can be booked, with its station and what it does now. */
export interface Place {
  /** As `placeOf` writes it. */
  readonly key: string
  readonly station: Station
  readonly connector: Connector
  readonly state: ChargeState
  /** Power now, W; null when nothing is plugged in or nothing is known. */
  readonly powerW: number | null
  /** How many connectors its station has. */
  readonly of: number
}

const collator = new Intl.Collator(['sv', 'en'], { numeric: true, sensitivity: 'base' })

/** Texts in the order people file them: "A2" before "A10". */
export function compareWords(a: string, b: string): number {
  return collator.compare(a, b)
}

/**
 * Gives the places of a site by zone (those without one last), station and connector. A place in which nothing has
 * changed is handed out again, so that one meter value redraws one row.
 */
export function placeKeeper(): (
  stations: readonly Station[],
  connectors: readonly Connector[],
) => Place[] {
  let kept = new Map<string, Place>()
  return (stations, connectors) => {
    const byStation = Map.groupBy(
      connectors.filter(({ connectorId }) => connectorId > 0),
      ({ stationId }) => stationId,
    )
    const next = new Map<string, Place>()
    for (const station of stations.toSorted(compareStations)) {
      if (station.retiredAt !== null) continue
      const mine = byStation.get(station.id) ?? []
      for (const connector of mine.toSorted((a, b) => a.connectorId - b.connectorId)) {
        const key = `${station.id}/${connector.connectorId}`
        const before = kept.get(key)
        const same =
          before?.station === station && before.connector === connector && before.of === mine.length
        next.set(key, same ? before : placeFor(key, station, connector, mine.length))
      }
    }
    kept = next
    return [...next.values()]
  }
}

function placeFor(key: string, station: Station, connector: Connector, of: number): Place {
  const online = station.connection === 'online'
  const powerW = online && pluggedIn.has(connector.status) ? connector.powerW : null
  return { key, station, connector, state: chargeStateOf(connector.status, online), powerW, of }
}

function compareStations(a: Station, b: Station): number {
  return (
    Number(a.zone === '') - Number(b.zone === '') ||
    compareWords(a.zone, b.zone) ||
    compareWords(a.name, b.name) ||
    compareWords(a.chargePointId, b.chargePointId)
  )
}
