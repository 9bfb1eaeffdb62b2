import type { Connector } from '../../shared/domain/connector/connector.ts'
import type { Station } from '../../shared/domain/station/station.ts'
import { MINUTE } from '../../shared/time/instant.ts'
import type { Instant } from '../../shared/time/instant.ts'

/** A reading older than this says nothing about now. */
export const FRESH_MS = 5 * MINUTE

/**
 * What the site draws, as far as it is measured: the sum in W of the fresh readings, how many connectors that
 * charge have none, and when the oldest reading that counts was taken (null when nothing is drawn).
 */
export type SiteLoad = { powerW: number; unmeasured: number; oldestAt: Instant | null }

/**
 * The load of the site. A station's own meter (connector 0) counts only where no connector of the station
 * tells its power, so that nothing is counted twice.
 */
export function siteLoadOf(
  stations: readonly Station[],
  connectors: readonly Connector[],
  now: Instant,
): SiteLoad {
  const online = new Set(
    stations
      .filter((row) => row.connection === 'online' && row.retiredAt === null)
      .map((row) => row.id),
  )
  const measured = new Set<string>()
  const load: SiteLoad = { powerW: 0, unmeasured: 0, oldestAt: null }
  const count = (connector: Connector, powerW: number) => {
    load.powerW += powerW
    // An idle connector may rightly be silent for minutes, which makes the sum no older.
    if (connector.sampledAt === null || (powerW === 0 && connector.status !== 'Charging')) return
    load.oldestAt = Math.min(load.oldestAt ?? connector.sampledAt, connector.sampledAt)
  }

  const silent: Connector[] = []
  for (const connector of connectors) {
    if (connector.connectorId === 0) continue
    const powerW = freshPower(connector, online, now)
    if (powerW === null) {
      if (connector.status === 'Charging') silent.push(connector)
      continue
    }
    measured.add(connector.stationId)
    count(connector, powerW)
  }
  for (const connector of connectors) {
    if (connector.connectorId !== 0 || measured.has(connector.stationId)) continue
    const powerW = freshPower(connector, online, now)
    if (powerW === null) continue
    measured.add(connector.stationId)
    count(connector, powerW)
    // The station's meter speaks for its silent connectors.
    silent.splice(
      0,
      silent.length,
      ...silent.filter((row) => row.stationId !== connector.stationId),
    )
  }
  load.unmeasured = silent.length
  return load
}

function freshPower(
  connector: Connector,
  online: ReadonlySet<string>,
  now: Instant,
): number | null {
  if (!online.has(connector.stationId) || connector.sampledAt === null) return null
  return now - connector.sampledAt > FRESH_MS ? null : connector.powerW
}
