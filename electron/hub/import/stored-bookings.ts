import { setImmediate } from 'node:timers/promises'
import { type Bay, bayOf } from '../../../shared/domain/booking/bay.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { holdingStates } from '../../../shared/domain/booking/states.ts'
import { occupancyOf } from '../../../shared/domain/booking/occupancy.ts'
import type { Surroundings } from '../../../shared/domain/booking/surroundings.ts'
import type { KnownBookings } from '../../../shared/domain/import/known.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Promises } from '../promises.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'
import { bookingIdOf } from './booking-id.ts'

/** How many ids are asked for at once. */
const IDS_AT_ONCE = 500

/**
 * What rows of bookings are judged by while nothing is written: a copy of what is on disk, in which the rows before
 * hold their places.
 * @param keys of the rows, so that bookings of theirs that are over are found too
 */
export async function bookingsToLookAt(
  reads: Reads,
  promises: Promises,
  now: Instant,
  keys: readonly string[],
): Promise<KnownBookings> {
  const around = await surroundings(reads, promises, now)
  const over = await bookingsOf(reads, keys)
  let last = 0
  return {
    around,
    booking: (id) => around.occupancy.get(id) ?? over.get(id),
    idOf: bookingIdOf,
    nextReservationId: () => (last += 1),
  }
}

async function surroundings(reads: Reads, promises: Promises, now: Instant): Promise<Surroundings> {
  const [site] = await reads.find('site', {})
  if (site === undefined) throw new Error('The site is made when the hub starts.')
  const holding = await reads.query
    .selectFrom('booking')
    .selectAll()
    .where('state', 'in', [...holdingStates])
    .execute()
  const vehicles = byId(await reads.find('vehicle', {}))
  const customers = byId(await reads.find('customer', {}))
  const bays = await everyBay(reads)
  return {
    now,
    timeZone: site.timeZone,
    terms: site,
    ...promises.beside(occupancyOf(holding.map((row) => decodeRow('booking', row)))),
    bay: (stationId, connectorId) => bays.get(`${stationId}/${connectorId}`),
    bays: () => bays.values(),
    vehicle: (id) => vehicles.get(id),
    hasCustomer: (id) => customers.has(id),
  }
}

async function everyBay(reads: Reads): Promise<Map<string, Bay>> {
  const stations = byId(await reads.find('station', {}))
  const connectors = await reads.find('connector', {})
  const wholes = new Map(
    connectors.filter((row) => row.connectorId === 0).map((row) => [row.stationId, row]),
  )
  const bays = new Map<string, Bay>()
  for (const row of connectors) {
    const station = stations.get(row.stationId)
    if (station === undefined || row.connectorId === 0) continue
    bays.set(`${row.stationId}/${row.connectorId}`, bayOf(station, row, wholes.get(station.id)))
  }
  return bays
}

async function bookingsOf(reads: Reads, keys: readonly string[]): Promise<Map<string, Booking>> {
  const found = new Map<string, Booking>()
  for (let at = 0; at < keys.length; at += IDS_AT_ONCE) {
    const rows = await reads.query
      .selectFrom('booking')
      .selectAll()
      .where('id', 'in', keys.slice(at, at + IDS_AT_ONCE).map(bookingIdOf))
      .execute()
    for (const row of rows) found.set(row.id, decodeRow('booking', row))
    // What is read is there at once: without this the sockets would have no turn.
    await setImmediate()
  }
  return found
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]))
}
