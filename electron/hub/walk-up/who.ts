import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { presentStates } from '../../../shared/domain/booking/states.ts'
import { plateKey } from '../../../shared/domain/vehicle/plate-key.ts'
import type { LastChoice, WalkUpWho } from '../../../shared/domain/walk-up/choice.ts'
import type { WalkUp } from '../../../shared/domain/walk-up/walk-up.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { allPresent, awaitedBy } from '../booking/life/bookings-here.ts'
import { plateColumn } from '../store/plate-column.ts'
import { decodeRow } from '../store/tables.ts'
import type { Writes } from '../store/writes.ts'
import type { Car } from './car.ts'

/** How many visits tell a regular. */
const VISITS = 10

/** A booking so far ahead is for this visit. */
const TODAY_MS = 18 * HOUR

/** Who comes, as far as the plate tells; null where none was told. Who pays is told by the connector's tariff. */
export function whoComes(tx: Writes, car: Car): WalkUpWho | null {
  const key = plateKey(car.plate)
  if (key === '' && car.vehicle === null) return null
  const customer = car.customerId === null ? undefined : tx.get('customer', car.customerId)
  const visits = visitsOf(tx, key)
  const isOfCar = (booking: Booking): boolean =>
    car.vehicle === null
      ? plateKey(booking.plate) === key
      : booking.vehicleId === car.vehicle.id || plateKey(booking.plate) === key
  const here = allPresent(tx).find(isOfCar)
  const booked = awaitedBy(tx, tx.now + TODAY_MS).find(
    (row) => isOfCar(row) && row.departsAt > tx.now,
  )
  return {
    plate: car.plate,
    vehicleId: car.vehicle?.id ?? null,
    customerId: car.customerId,
    customerName: customer?.name ?? '',
    settlement: null,
    visits: visits.length,
    last: visits[0] === undefined ? null : choiceOf(visits[0]),
    here: here === undefined ? null : placed(here),
    booked: booked === undefined ? null : ofCar(booked),
  }
}

/** When it was taken in before, the last first; what came to nothing isn't counted. */
function visitsOf(tx: Writes, key: string): WalkUp[] {
  if (key === '') return []
  const rows = tx.sql(
    `select * from walkUp where ${plateColumn('plate')} = ? and plate != '' and state != 'cancelled'
      order by createdAt desc limit ?`,
    [key, VISITS],
  )
  return rows.map((row) => decodeRow('walkUp', row))
}

function choiceOf(walkUp: WalkUp): LastChoice {
  const { stationId, connectorId, createdAt, need, pays, means, phone } = walkUp
  return {
    ...{ stationId, connectorId, at: createdAt, pays, means, phone },
    need: need.kind === 'until' ? { kind: 'full' } : need,
  }
}

function ofCar({ id: bookingId, stationId, connectorId, state, arrivesAt }: Booking) {
  return { bookingId, stationId, connectorId, state, arrivesAt }
}

/** A car that stands somewhere has a place. */
function placed(booking: Booking): WalkUpWho['here'] {
  const { stationId, connectorId } = booking
  if (stationId === null || connectorId === null || !presentStates.has(booking.state)) return null
  return { ...ofCar(booking), stationId, connectorId }
}
