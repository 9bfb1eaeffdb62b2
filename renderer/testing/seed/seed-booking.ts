import type { LiveRows } from '../../../shared/contract/live.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Connector } from '../../../shared/domain/connector/connector.ts'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { newId } from '../fake/fake-store.ts'

/** Windows of an ordinary day around now, hours from now: over, running, and ahead. */
const OVER = [
  [-44, -36],
  [-26, -17],
  [-13, -6],
] as const
const AHEAD = [
  [7, 16],
  [18, 26],
  [30, 42],
] as const

/** So many bookings of every kind around `now`, on the connectors that are there. */
export function seedBookings(rows: LiveRows, count: number, now: number): void {
  const connectors = rows.connector.filter(({ connectorId }) => connectorId > 0)
  if (connectors.length === 0 || count === 0) return
  connectors.forEach((connector, index) => seedDay(rows, connector, index, now))
  seedUnplaced(rows, now)
  rows.booking.splice(count)
  for (let round = 0; rows.booking.length < count; round += 1)
    for (const [index, connector] of connectors.entries())
      if (rows.booking.length < count)
        rows.booking.push(farBooking(rows, connector, index, round, now))
}

/** A connector's day: what was, what is there now as its status says, and what is to come. */
function seedDay(rows: LiveRows, connector: Connector, index: number, now: number): void {
  const at = (hours: number) => quarter(now + (hours + (index % 5) * 0.35) * HOUR)
  for (const [which, [from, until]] of OVER.entries()) {
    if ((index + which) % 4 === 0) continue
    const early = (index + which) % 3 === 0
    const left = at(until) + (early ? -1.4 * HOUR : 6 * MINUTE)
    const past = bookingOn(rows, connector, index + which, at(from), at(until))
    const noShow = (index + which) % 9 === 7
    rows.booking.push(
      noShow
        ? { ...past, state: 'noShow' }
        : { ...past, state: 'left', arrivedAt: at(from) + 4 * MINUTE, leftAt: left },
    )
  }
  seedNow(rows, connector, index, now, at)
  for (const [which, [from, until]] of AHEAD.entries()) {
    if ((index + which) % 3 === 2) continue
    const flexible = (index + which) % 4 === 1
    rows.booking.push({
      ...bookingOn(rows, connector, index + which + 3, at(from), at(until)),
      ...(flexible ? { flexibility: 'flexible', latestDepartsAt: at(until + 2.5) } : {}),
      ...((index + which) % 7 === 3 ? { state: 'requested' } : {}),
      ...((index + which) % 11 === 5 ? { state: 'cancelled' } : {}),
    })
  }
}

function seedNow(
  rows: LiveRows,
  connector: Connector,
  index: number,
  now: number,
  at: (hours: number) => number,
): void {
  const { status } = connector
  const push = (from: number, until: number, about: Partial<Booking>) =>
    rows.booking.push({ ...bookingOn(rows, connector, index, from, until), ...about })
  const arrivedAt = now - 2.1 * HOUR
  if (status === 'Charging' || status === 'SuspendedEVSE' || status === 'SuspendedEV') {
    push(at(-2.2), at(index % 4 === 0 ? 1.2 : 4.5), {
      state: 'charging',
      arrivedAt,
      transactionId: connector.transactionId,
    })
    // One that was let in too close to the one that charges.
    if (index % 6 === 0) push(at(0.7), at(3), {})
  } else if (status === 'Finishing') {
    push(quarter(now - 7 * HOUR), quarter(now - 1.2 * HOUR), {
      state: 'finished',
      arrivedAt: now - 7 * HOUR,
      finishedAt: now - 100 * MINUTE,
    })
    push(quarter(now - 0.5 * HOUR), at(5), {})
  } else if (status === 'Preparing') {
    push(at(-0.3), at(5), { state: 'arrived', arrivedAt: now - 9 * MINUTE })
  } else if (index % 3 === 0) {
    push(quarter(now - 0.6 * HOUR), at(4), {})
  } else if (index % 3 === 1) {
    push(at(1.5), at(5.5), { flexibility: 'flexible', latestDepartsAt: at(6.5) })
  }
}

function seedUnplaced(rows: LiveRows, now: number): void {
  for (let index = 0; index < 3; index += 1) {
    const from = quarter(now + (2 + index * 3) * HOUR)
    rows.booking.push({
      ...bookingAt(rows, index + 40, from, from + (5 + index) * HOUR),
      origin: 'recurring',
      ...(index === 1 ? { state: 'requested' } : {}),
    })
  }
}

/** One further away, so that a large site has its thousands: day after day, back and forth. */
function farBooking(
  rows: LiveRows,
  connector: Connector,
  index: number,
  round: number,
  now: number,
): Booking {
  const days = round % 2 === 0 ? 2 + round / 2 : -(3 + (round - 1) / 2)
  const from = quarter(now + days * 24 * HOUR + (index % 9) * HOUR)
  const until = from + (4 + (index % 6)) * HOUR
  const booking = bookingOn(rows, connector, index + round, from, until)
  return days < 0 ? { ...booking, state: 'left', arrivedAt: from, leftAt: until } : booking
}

function bookingOn(
  rows: LiveRows,
  { stationId, connectorId }: Connector,
  index: number,
  arrivesAt: number,
  departsAt: number,
): Booking {
  return { ...bookingAt(rows, index, arrivesAt, departsAt), stationId, connectorId }
}

function bookingAt(rows: LiveRows, index: number, arrivesAt: number, departsAt: number): Booking {
  const vehicle =
    index % 4 === 3 ? undefined : rows.vehicle[(index * 5) % Math.max(1, rows.vehicle.length)]
  const energyWh = 8_000 + ((index * 7_300) % 36_000)
  return {
    id: newId(arrivesAt),
    stationId: null,
    connectorId: null,
    arrivesAt,
    departsAt,
    latestDepartsAt: null,
    flexibility: 'fixed',
    need: index % 5 === 2 ? null : { kind: 'energy', energyWh },
    vehicleId: vehicle?.id ?? null,
    customerId: vehicle?.customerId ?? null,
    plate: vehicle?.plate ?? plateOf(index),
    idToken: null,
    priority: index % 8 === 0 ? 'high' : 'normal',
    note: index % 6 === 1 ? 'Nyckel i receptionen' : '',
    state: 'confirmed',
    overbooked: null,
    origin: index % 3 === 0 ? 'recurring' : 'desk',
    revision: 0,
    recurringId: null,
    occursOn: null,
    reservationId: rows.booking.length + 1,
    reservation: 'none',
    transactionId: null,
    arrivedAt: null,
    finishedAt: null,
    leftAt: null,
    createdAt: arrivesAt - 48 * HOUR,
    updatedAt: arrivesAt - 48 * HOUR,
  }
}

function plateOf(index: number): string {
  const letter = (by: number) => 'ABCDEFGHJKLMNOPRSTUWXYZ'[(index * by + by) % 23] ?? 'A'
  return `${letter(7)}${letter(11)}${letter(3)} ${String((index * 379 + 112) % 1_000).padStart(3, '0')}`
}

function quarter(at: number): number {
  return Math.round(at / (15 * MINUTE)) * 15 * MINUTE
}
