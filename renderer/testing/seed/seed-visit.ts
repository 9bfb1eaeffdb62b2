import type { LiveRows } from '../../../shared/contract/live.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Visit, VisitEnd } from '../../../shared/domain/visit/visit.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { newId } from '../fake/fake-store.ts'
import { seedEstimate } from './seed-bill.ts'

const phones = ['070-555 01 23', '+46 73 555 22 41', '', '076-555 90 08'] as const
const emails = ['', 'kim@example.com', 'robin.lindqvist@example.com', ''] as const

/** What drivers asked for from their phones, in every state: some of the bookings become theirs. */
export function seedVisits(rows: LiveRows, now: number): void {
  const ahead = rows.booking
    .filter((row) => row.state === 'confirmed' && row.stationId !== null && row.arrivesAt > now)
    .toSorted((one, other) => one.arrivesAt - other.arrivesAt)
  const [unpaid, soon, offered, today, late, changed, flexible, tomorrow] = ahead
  if (tomorrow === undefined) return
  const hold = (booking: Booking | undefined, about: Partial<Visit>) =>
    theirs(rows, booking, 'requested', { depositMinor: 12_450, ...about }, now)
  hold(unpaid, { state: 'unpaid', holdUntil: now + 9 * MINUTE + 12_000 })
  hold(soon, { state: 'unpaid', holdUntil: now + 48_000, language: 'en' })
  hold(offered, { state: 'offered', holdUntil: now + 13 * MINUTE })
  const agree = (booking: Booking | undefined, about: Partial<Visit> = {}) =>
    theirs(rows, booking, 'confirmed', { state: 'agreed', ...about }, now)
  agree(today, { pays: 'atDesk' })
  agree(late, { expectedAt: (late?.arrivesAt ?? now) + 25 * MINUTE })
  agree(changed, changed === undefined ? {} : { lapse: lapseOf(changed, now) })
  agree(flexible, { isFlexible: true })
  agree(tomorrow)
  seedCharging(rows, now)
  for (let index = 0; index < 3; index += 1) rows.visit.push(waiting(index, now))
  for (const [index, [end, state]] of ends.entries()) seedOver(rows, end, state, index, now)
}

/** One that is charged right now, and one that began at once. */
function seedCharging(rows: LiveRows, now: number): void {
  const [booked, atOnce] = rows.booking.filter(({ state }) => state === 'charging')
  theirs(rows, booked, 'charging', { state: 'agreed' }, now)
  if (atOnce === undefined) return
  theirs(rows, atOnce, 'charging', { state: 'agreed', kind: 'now' }, now)
  const { id, stationId, connectorId, plate, vehicleId, customerId, transactionId } = atOnce
  if (stationId === null || connectorId === null) return
  Object.assign(atOnce, { origin: 'walkUp' })
  rows.walkUp.push({
    ...{ id, stationId, connectorId, plate, vehicleId, customerId, transactionId },
    ...{ billId: rows.bill.find(({ bookingId }) => bookingId === id)?.id ?? null },
    ...{ phone: phones[0], need: { kind: 'full' }, pays: 'ask', means: 'checkout' },
    ...{ paymentId: null, idToken: 'WUSEED', state: 'charging', failure: null, starts: 1 },
    ...{ startCommandId: null, movedFromId: null, movedToId: null, tillId: null },
    ...{ beganBy: 'driver', since: now - 2 * HOUR, chargingAt: now - 2 * HOUR, endedAt: null },
    ...{ createdAt: now - 2 * HOUR, updatedAt: now - 2 * HOUR },
  })
}

/** Makes a booking one that a driver asked for. */
function theirs(
  rows: LiveRows,
  booking: Booking | undefined,
  state: Booking['state'],
  about: Partial<Visit>,
  now: number,
): void {
  if (booking === undefined) return
  Object.assign(booking, { state, origin: 'driver', note: '' })
  if (!rows.bill.some(({ bookingId }) => bookingId === booking.id)) seedEstimate(rows, booking.id)
  const index = rows.visit.length
  const vehicle = rows.vehicle.find(({ id }) => id === booking.vehicleId)
  rows.visit.push(
    visitOf(index, now, {
      bookingId: booking.id,
      plate: vehicle?.plate ?? booking.plate,
      wish: {
        need: booking.need ?? { kind: 'full' },
        arrivesFrom: booking.arrivesAt,
        departsBy: booking.departsAt,
      },
      ...about,
    }),
  )
}

function lapseOf(booking: Booking, now: number): Visit['lapse'] {
  const { stationId, connectorId, arrivesAt, departsAt } = booking
  if (stationId === null || connectorId === null) return null
  return {
    ...{ until: now + 6 * MINUTE, stationId, connectorId, depositMinor: 8_000 },
    ...{ arrivesAt: arrivesAt - HOUR, departsAt: departsAt - HOUR, isFlexible: false },
    need: { kind: 'energy', energyWh: 15_000 },
  }
}

function waiting(index: number, now: number): Visit {
  const needs = [
    { kind: 'energy', energyWh: 20_000 },
    { kind: 'distance', km: 150, whPerKm: 180 },
    { kind: 'soc', batteryWh: 64_000, arrivalPct: 20, departurePct: 80 },
  ] as const satisfies Visit['wish']['need'][]
  return visitOf(20 + index, now, {
    ...{ state: 'waiting', bookingId: null, plate: index === 1 ? '' : `QUE ${100 + index}` },
    wish: {
      need: needs[index % needs.length] ?? { kind: 'full' },
      arrivesFrom: now + index * HOUR,
      departsBy: now + (5 + index) * HOUR,
    },
    createdAt: now - (50 - index * 17) * MINUTE,
  })
}

const ends: readonly (readonly [VisitEnd, Booking['state'] | null])[] = [
  ['done', 'left'],
  ['cancelled', 'cancelled'],
  ['notPaid', 'cancelled'],
  ['byDesk', 'cancelled'],
  ['noShow', 'noShow'],
  ['notClaimed', null],
  ['inVain', null],
]

function seedOver(
  rows: LiveRows,
  endReason: VisitEnd,
  state: Booking['state'] | null,
  index: number,
  now: number,
): void {
  const booking = rows.booking.find((row) => row.state === state && row.origin !== 'driver')
  if (booking !== undefined) booking.origin = 'driver'
  const at = now - (3 + index * 2) * HOUR
  rows.visit.push(
    visitOf(40 + index, now, {
      ...{ state: 'over', endReason, bookingId: booking?.id ?? null, since: at },
      wish: { need: { kind: 'full' }, arrivesFrom: at - 4 * HOUR, departsBy: at },
      ...(booking === undefined ? {} : { plate: booking.plate }),
      createdAt: at - DAY,
    }),
  )
}

function visitOf(index: number, now: number, about: Partial<Visit>): Visit {
  const createdAt = about.createdAt ?? now - (20 + index * 3) * MINUTE
  return {
    ...{ id: newId(createdAt), kind: 'ahead', state: 'agreed', endReason: null, bookingId: null },
    wish: { need: { kind: 'full' }, arrivesFrom: now, departsBy: now + 4 * HOUR },
    ...{ isFlexible: false, plate: `DRV ${100 + index}`, language: 'sv', pays: 'online' },
    ...{ phone: phones[index % phones.length] ?? '', email: emails[index % emails.length] ?? '' },
    ...{
      depositMinor: 0,
      holdUntil: null,
      lapse: null,
      expectedAt: null,
      askedAs: `seed-${index}`,
    },
    ...{ generation: 0, expiresAt: now + 30 * DAY, since: createdAt, createdAt },
    updatedAt: createdAt,
    ...about,
  }
}
