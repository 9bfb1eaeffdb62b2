import { type Bay, bayOf } from '../../../shared/domain/booking/bay.ts'
import type { Surroundings } from '../../../shared/domain/booking/surroundings.ts'
import type { Promises } from '../promises.ts'
import { siteNow } from '../site/site-now.ts'
import type { Writes } from '../store/writes.ts'
import { storedOccupancy } from './occupancy.ts'

/** What a decision on bookings looks at, as the unit of work finds it. */
export function surroundingsOf(tx: Writes, promises: Promises): Surroundings {
  const site = siteNow(tx)
  let all: readonly Bay[] | undefined
  return {
    now: tx.now,
    timeZone: site.timeZone,
    terms: site,
    ...promises.following(tx, storedOccupancy(tx)),
    bay(stationId, connectorId) {
      const station = tx.get('station', stationId)
      const connector = tx.one('connector', { stationId, connectorId })
      if (station === undefined || connector === undefined) return undefined
      return bayOf(station, connector, tx.one('connector', { stationId, connectorId: 0 }))
    },
    bays: () => (all ??= everyBay(tx)),
    vehicle: (vehicleId) => tx.get('vehicle', vehicleId),
    hasCustomer: (customerId) => tx.get('customer', customerId) !== undefined,
  }
}

function everyBay(tx: Writes): Bay[] {
  const stations = new Map(tx.find('station', { retiredAt: null }).map((row) => [row.id, row]))
  const connectors = tx.find('connector', {})
  const wholes = new Map(
    connectors.filter((row) => row.connectorId === 0).map((row) => [row.stationId, row]),
  )
  return connectors.flatMap((connector) => {
    const station = stations.get(connector.stationId)
    if (station === undefined || connector.connectorId === 0) return []
    return [bayOf(station, connector, wholes.get(station.id))]
  })
}
