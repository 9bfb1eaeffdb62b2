import type { DemandAround } from '../../shared/domain/demand/session-of.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { Connector } from '../../shared/domain/connector/connector.ts'
import { listOf, type Tables } from './replica.ts'

/** What of the site a car's session depends on, from rows. */
export function demandAround(tables: Tables, now: Instant): DemandAround {
  const { site, station: stations, vehicle: vehicles, transaction: transactions } = tables
  const connectors = byPlace(tables.connector)
  return {
    now,
    voltageV: listOf(site)[0]?.voltageV ?? 230,
    outlet(stationId, connectorId) {
      const station = stations.get(stationId)
      const connector = connectors.get(`${stationId}/${connectorId}`)
      if (station === undefined || connector === undefined) return undefined
      const { standard, powerType, maxPowerW, status } = connector
      const { feederId, phaseRotation } = station
      return { equipment: { standard, powerType, maxPowerW }, status, feederId, phaseRotation }
    },
    vehicle: (id) => vehicles.get(id),
    transaction: (id) => transactions.get(id),
  }
}

let kept: { connectors: unknown; places: ReadonlyMap<string, Connector> } | null = null

/** The connectors by `placeOf`. */
function byPlace(connectors: Tables['connector']): ReadonlyMap<string, Connector> {
  if (kept?.connectors === connectors) return kept.places
  const places = new Map(
    [...connectors.values()].map((row) => [`${row.stationId}/${row.connectorId}`, row]),
  )
  kept = { connectors, places }
  return places
}
