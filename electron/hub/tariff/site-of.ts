import type { Connector } from '../../../shared/domain/connector/connector.ts'
import type { Reads } from '../store/reads.ts'

/** What tariffs are looked at beside: the site's money and clock, and the connectors of its stations in use. */
export async function siteOf(
  reads: Reads,
): Promise<{ currency: string; timeZone: string; connectors: Connector[] }> {
  const [site] = await reads.find('site', {})
  const stations = await reads.find('station', { retiredAt: null })
  const there = new Set(stations.map(({ id }) => id))
  const connectors = await reads.find('connector', {})
  return {
    currency: site?.currency ?? '',
    timeZone: site?.timeZone ?? 'UTC',
    connectors: connectors.filter(({ stationId }) => there.has(stationId)),
  }
}
