import type { Connector } from '../connector/connector.ts'
import type { Station } from '../station/station.ts'
import { MINUTE, type Instant } from '../../time/instant.ts'
import { countingMeters } from './counting-meters.ts'

/** A reading older than this says nothing about now. */
export const FRESH_MS = 5 * MINUTE

/**
 * What the site draws, as far as it is measured: the sum in W of the fresh readings, how many connectors that
 * charge have none, and when the oldest reading that counts was taken (null when nothing is drawn).
 */
export type SiteLoad = { powerW: number; unmeasured: number; oldestAt: Instant | null }

/** The load of the site, of the meters that count. */
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
  const powerOf = (connector: Connector) => freshPower(connector, online, now)
  const load: SiteLoad = { powerW: 0, unmeasured: 0, oldestAt: null }
  for (const meters of Map.groupBy(connectors, ({ stationId }) => stationId).values())
    for (const connector of countingMeters(meters, (meter) => powerOf(meter) !== null)) {
      const powerW = powerOf(connector)
      if (powerW !== null) count(load, connector, powerW)
      else if (connector.status === 'Charging') load.unmeasured += 1
    }
  return load
}

function count(load: SiteLoad, { sampledAt, status }: Connector, powerW: number): void {
  load.powerW += powerW
  // An idle connector may rightly be silent for minutes, which makes the sum no older.
  if (sampledAt === null || (powerW === 0 && status !== 'Charging')) return
  load.oldestAt = Math.min(load.oldestAt ?? sampledAt, sampledAt)
}

function freshPower(
  connector: Connector,
  online: ReadonlySet<string>,
  now: Instant,
): number | null {
  if (!online.has(connector.stationId) || connector.sampledAt === null) return null
  return now - connector.sampledAt > FRESH_MS ? null : connector.powerW
}
