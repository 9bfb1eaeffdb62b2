import {
  type Booking,
  holdingStates,
  presentStates,
} from '../../../../shared/domain/booking/booking.ts'
import { EARLY_MS } from '../../../../shared/domain/booking/matching.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { decodeRow } from '../../store/tables.ts'
import type { Writes } from '../../store/writes.ts'

/** Spelled as in the indices `bookingHolding`, `bookingPresent` and `bookingAwaited`, so that SQLite uses them. */
const HOLDING = stateIn(holdingStates)
const PRESENT = stateIn(presentStates)
const AWAITED = `state in ('requested', 'confirmed')`

/** Whose car may still come, as in `bookingOpenByIdToken`: among many that are over those are few. */
const OPEN = `state in ('requested', 'confirmed', 'noShow', 'arrived')`

/** Every booking whose car is there. */
export function allPresent(tx: Writes): Booking[] {
  return bookings(tx.sql(`select * from booking where ${PRESENT}`, []))
}

/** The bookings of that connector that were taken for no-shows and are not over at a moment. */
export function noShowsOn(tx: Writes, stationId: Id, connectorId: number, at: Instant): Booking[] {
  return bookings(
    tx.sql(
      `select * from booking
        where stationId = ? and connectorId = ? and state = 'noShow' and departsAt > ?
          and arrivesAt <= ?`,
      [stationId, connectorId, at, at + EARLY_MS],
    ),
  )
}

/** The bookings that hold that connector by then; those whose car is there are among them. */
export function holdingOn(tx: Writes, stationId: Id, connectorId: number, by: Instant): Booking[] {
  return bookings(
    tx.sql(
      `select * from booking
        where stationId = ? and connectorId = ? and ${HOLDING} and arrivesAt <= ?`,
      [stationId, connectorId, by],
    ),
  )
}

/** When the next booking of that connector arrives; null when none does. */
export function nextArrivalOn(
  tx: Writes,
  stationId: Id,
  connectorId: number,
  after: Instant,
  except: Id | null,
): Instant | null {
  const [row] = tx.sql(
    `select min(arrivesAt) as next from booking
      where stationId = ? and connectorId = ? and ${HOLDING} and arrivesAt > ? and id is not ?`,
    [stationId, connectorId, after, except],
  )
  const next = row?.['next']
  return typeof next === 'number' ? next : null
}

/** The transactions that are thought to run for bookings. */
export function chargingTransactions(tx: Writes): Id[] {
  const rows = tx.sql(
    `select transactionId from booking where ${PRESENT} and state = 'charging'`,
    [],
  )
  return rows.map(({ transactionId }) => String(transactionId))
}

/** The bookings that wait for their car and are due by then. */
export function awaitedBy(tx: Writes, by: Instant): Booking[] {
  return bookings(tx.sql(`select * from booking where ${AWAITED} and arrivesAt <= ?`, [by]))
}

/** The bookings of an id token or a vehicle whose car may come at that moment, wherever they are. */
export function dueFor(
  tx: Writes,
  { idToken, vehicleId }: { idToken: string; vehicleId: Id | null },
  at: Instant,
): Booking[] {
  const window = `${OPEN} and departsAt > ? and arrivesAt <= ?`
  const moments = [at, at + EARLY_MS]
  const byToken = tx.sql(`select * from booking where idToken = ? and ${window}`, [
    idToken,
    ...moments,
  ])
  if (vehicleId === null) return bookings(byToken)
  const byVehicle = tx.sql(`select * from booking where vehicleId = ? and ${window}`, [
    vehicleId,
    ...moments,
  ])
  return bookings([...byToken, ...byVehicle])
}

function bookings(rows: Record<string, unknown>[]): Booking[] {
  return rows.map((row) => decodeRow('booking', row))
}

function stateIn(states: ReadonlySet<string>): string {
  return `state in (${[...states].map((state) => `'${state}'`).join(', ')})`
}
