import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { holdingStates, presentStates } from '../../../../shared/domain/booking/states.ts'
import { type Arrival, EARLY_MS } from '../../../../shared/domain/booking/matching.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { decodeRow } from '../../store/tables.ts'
import type { Writes } from '../../store/writes.ts'

/** Spelled as in the indices `bookingHolding`, `bookingPresent` and `bookingAwaited`, so that SQLite uses them. */
const HOLDING = stateIn(holdingStates)
/** By when they came and went, which a change from one state of being there to the next doesn't touch. */
const PRESENT = `arrivedAt is not null and leftAt is null and ${stateIn(presentStates)}`
const AWAITED = `state in ('requested', 'confirmed')`

/** Whose car may still come, as in `bookingOpenByIdToken`: among many that are over those are few. */
const OPEN = `state in ('requested', 'confirmed', 'noShow', 'arrived')`

/** Every booking whose car is there. */
export function allPresent(tx: Writes): Booking[] {
  return bookings(tx.sql(`select * from booking where ${PRESENT}`, []))
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

const HOLDING_HERE = `select * from booking
  where stationId = ? and connectorId = ? and ${HOLDING} and arrivesAt <= ?`
const WINDOW = 'departsAt > ? and arrivesAt <= ?'
const MISSED_HERE = `select * from booking
  where stationId = ? and connectorId = ? and state = 'noShow' and ${WINDOW}`
const BY_TOKEN = `select * from booking where idToken = ? and ${OPEN} and ${WINDOW}`
const BY_VEHICLE = `select * from booking where vehicleId = ? and ${OPEN} and ${WINDOW}`

/**
 * The bookings that an arriving car may have to do with, in one question, since it is asked for every car: those that
 * hold its connector by then, those that were taken for no-shows there, and those of its token or vehicle anywhere.
 */
export function concerning(tx: Writes, arrival: Arrival, by: Instant): Booking[] {
  const { stationId, connectorId, at, token } = arrival
  const window = [at, at + EARLY_MS]
  const asked = [HOLDING_HERE, MISSED_HERE]
  const values: (string | number)[] = [
    stationId,
    connectorId,
    by,
    stationId,
    connectorId,
    ...window,
  ]
  if (token !== null) {
    asked.push(BY_TOKEN)
    values.push(token.idToken, ...window)
  }
  if (token !== null && token.vehicleId !== null) {
    asked.push(BY_VEHICLE)
    values.push(token.vehicleId, ...window)
  }
  const found = bookings(tx.sql(asked.join(' union all '), values))
  return [...new Map(found.map((booking) => [booking.id, booking])).values()]
}

function bookings(rows: Record<string, unknown>[]): Booking[] {
  return rows.map((row) => decodeRow('booking', row))
}

function stateIn(states: ReadonlySet<string>): string {
  return `state in (${[...states].map((state) => `'${state}'`).join(', ')})`
}
