import { type Bay, bayOf } from '../../shared/domain/booking/bay.ts'
import type { Booking } from '../../shared/domain/booking/booking.ts'
import { type Occupancy, occupancyOf } from '../../shared/domain/booking/occupancy.ts'
import type { Surroundings } from '../../shared/domain/booking/surroundings.ts'
import type { PromiseAround } from '../../shared/domain/demand/grid-promises.ts'
import { firstTerms } from '../../shared/domain/site/booking-terms.ts'
import { demandAround } from './demand.ts'
import { judgingGrid } from './judging.ts'
import { livePromises } from './promises.ts'
import { listOf } from './replica.ts'
import { shownBookings } from './shown-bookings.ts'
import { useLiveStore } from './store.ts'

let taken: { bookings: ReadonlyMap<string, Booking>; occupancy: Occupancy } | null = null
let kept: { stations: unknown; connectors: unknown; bays: ReadonlyMap<string, Bay> } | null = null

/**
 * What a decision on bookings looks at, from the rows this window holds: the same rules as in the hub, so that it can
 * be said at once whether something fits. The hub has the last word. Cheap to call: only what changed is taken in.
 * What the grid can promise is looked at once this window has gathered it, see `promises.ts`.
 */
export function liveSurroundings(): Surroundings {
  const { tables } = useLiveStore.getState()
  const site = listOf(tables.site)[0]
  const bays = currentBays()
  const bookings = shownBookings()
  const occupancy = currentOccupancy(bookings)
  const promises = livePromises()
  return {
    now: Date.now(),
    timeZone: site?.timeZone ?? 'UTC',
    terms: site ?? firstTerms,
    ...(promises?.limited === true
      ? judgingGrid(promises.book, occupancy, (id) => bookings.get(id), promiseAround())
      : { occupancy, grid: null }),
    bay: (stationId, connectorId) => bays.get(`${stationId}/${connectorId}`),
    bays: () => bays.values(),
    vehicle: (id) => tables.vehicle.get(id),
    hasCustomer: (id) => tables.customer.has(id),
  }
}

/** What of the site a promise is told with. */
export function promiseAround(): PromiseAround {
  const { tables } = useLiveStore.getState()
  return {
    ...demandAround(tables, Date.now()),
    feederName: (id) => tables.feeder.get(id)?.name ?? '',
  }
}

function currentOccupancy(bookings: ReadonlyMap<string, Booking>): Occupancy {
  if (taken === null) {
    taken = { bookings, occupancy: occupancyOf(bookings.values()) }
    return taken.occupancy
  }
  const { bookings: before, occupancy } = taken
  if (before === bookings) return occupancy
  for (const [id, row] of bookings) if (before.get(id) !== row) occupancy.put(row)
  for (const id of before.keys()) if (!bookings.has(id)) occupancy.remove(id)
  taken = { bookings, occupancy }
  return occupancy
}

function currentBays(): ReadonlyMap<string, Bay> {
  const { station: stations, connector: connectors } = useLiveStore.getState().tables
  if (kept?.stations === stations && kept.connectors === connectors) return kept.bays
  const wholes = new Map(
    [...connectors.values()]
      .filter(({ connectorId }) => connectorId === 0)
      .map((row) => [row.stationId, row]),
  )
  const bays = new Map<string, Bay>()
  for (const connector of connectors.values()) {
    const station = stations.get(connector.stationId)
    if (station === undefined || connector.connectorId === 0) continue
    const bay = bayOf(station, connector, wholes.get(station.id))
    bays.set(`${bay.stationId}/${bay.connectorId}`, bay)
  }
  kept = { stations, connectors, bays }
  return bays
}
