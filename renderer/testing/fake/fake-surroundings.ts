import { type Bay, bayOf } from '../../../shared/domain/booking/bay.ts'
import { occupancyOf } from '../../../shared/domain/booking/occupancy.ts'
import type { Surroundings } from '../../../shared/domain/booking/surroundings.ts'
import { firstTerms } from '../../../shared/domain/site/booking-terms.ts'
import type { FakeStore } from './fake-store.ts'

/** What a decision on bookings looks at, from the rows in memory. */
export function fakeSurroundings(store: FakeStore): Surroundings {
  const { rows } = store
  const [site] = rows.site
  const bays = rows.connector.flatMap((connector): Bay[] => {
    const station = store.find('station', connector.stationId)
    if (!station || station.retiredAt !== null || connector.connectorId === 0) return []
    const whole = rows.connector.find(
      (row) => row.stationId === station.id && row.connectorId === 0,
    )
    return [bayOf(station, connector, whole)]
  })
  return {
    now: Date.now(),
    timeZone: site?.timeZone ?? 'UTC',
    terms: site ?? firstTerms,
    grid: null,
    occupancy: occupancyOf(rows.booking),
    bay: (stationId, connectorId) =>
      bays.find((bay) => bay.stationId === stationId && bay.connectorId === connectorId),
    bays: () => bays,
    vehicle: (id) => store.find('vehicle', id),
    hasCustomer: (id) => store.find('customer', id) !== undefined,
  }
}
