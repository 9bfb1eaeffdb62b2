import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { holdingStates } from '../../../shared/domain/booking/states.ts'
import { type Occupancy, occupancyOf } from '../../../shared/domain/booking/occupancy.ts'
import { decodeRow } from '../store/tables.ts'
import type { Writes } from '../store/writes.ts'

/** Spelled as in the index `bookingHolding`, so that SQLite uses it. */
const HOLDING = `state in (${[...holdingStates].map((state) => `'${state}'`).join(', ')})`
const ON_CONNECTOR = `select * from booking where stationId = ? and connectorId = ? and ${HOLDING}`
const OF_VEHICLE = `select * from booking where vehicleId = ? and ${HOLDING}`

/**
 * The occupancy as a unit of work finds it: read connector by connector as it is asked for. What is put into it is
 * seen from then on, but written by whoever decided it.
 */
export function storedOccupancy(tx: Writes): Occupancy {
  const seen = occupancyOf()
  const removed = new Set<string>()
  const loaded = new Set<string>()
  const takeIn = (booking: Booking): void => {
    if (seen.get(booking.id) === undefined && !removed.has(booking.id)) seen.put(booking)
  }
  const load = (key: string, sql: string, parameters: (string | number)[]): void => {
    if (loaded.has(key)) return
    loaded.add(key)
    for (const row of tx.sql(sql, parameters)) takeIn(decodeRow('booking', row))
  }
  return {
    get(bookingId) {
      const known = seen.get(bookingId)
      if (known !== undefined || removed.has(bookingId)) return known
      const stored = tx.get('booking', bookingId)
      if (stored !== undefined) seen.put(stored)
      return stored
    },
    on(stationId, connectorId) {
      load(`${stationId}/${connectorId}`, ON_CONNECTOR, [stationId, connectorId])
      return seen.on(stationId, connectorId)
    },
    ofVehicle(vehicleId) {
      load(vehicleId, OF_VEHICLE, [vehicleId])
      return seen.ofVehicle(vehicleId)
    },
    put(booking) {
      removed.delete(booking.id)
      seen.put(booking)
    },
    remove(bookingId) {
      removed.add(bookingId)
      seen.remove(bookingId)
    },
  }
}
