import { DAY, HOUR, type Instant, MINUTE } from '../../time/instant.ts'
import { plugsFit, powerBetween } from '../connector/equipment.ts'
import { isOpen, opensNext } from '../site/opening-hours.ts'
import type { Booking } from './booking.ts'
import { endedStates, placeOf, presentStates } from './states.ts'
import { mostWh, needWh } from './need.ts'
import { holdOf } from './occupancy.ts'
import { taperMs } from './taper.ts'
import type { BookingRefusal } from './refusal.ts'
import type { Surroundings } from './surroundings.ts'

/** A booking longer than this is a slip of the hand. */
export const LONGEST_MS = 31 * DAY

/** A car that has just come in is booked from the quarter of an hour that has begun. */
export const BACK_MS = 15 * MINUTE

/** So far ahead a connector that is out of service now is thought to be so still. */
const OUT_OF_SERVICE_FOR_MS = 12 * HOUR

/** How many bookings in the way are named. */
const MOST_NAMED = 3

/**
 * Why a booking can't be as it stands, everything that is in the way; empty when it can. It is judged among the
 * others in `occupancy`, its own row there doesn't count.
 * @param before as it was, when it is a change: what was so already is not held against it
 * @param retro whether something is put back as it was: then its arrival may lie in the past
 */
export function refusalsOf(
  booking: Booking,
  before: Booking | null,
  around: Surroundings,
  retro = false,
): BookingRefusal[] {
  const windowFault = faultOfWindow(booking, before, around.now, retro)
  if (windowFault !== null) return [windowFault]
  const refusals: BookingRefusal[] = []
  const { vehicleId, customerId, stationId, connectorId } = booking
  if (vehicleId !== (before?.vehicleId ?? null) && vehicleId !== null && !around.vehicle(vehicleId))
    refusals.push({ code: 'noSuchVehicle', vehicleId })
  if (
    customerId !== (before?.customerId ?? null) &&
    customerId !== null &&
    !around.hasCustomer(customerId)
  )
    refusals.push({ code: 'noSuchCustomer', customerId })
  if (stationId === null || connectorId === null) return refusals
  const change = changeOf(booking, before)
  if (change.equipment || change.comes) refusals.push(...faultsOfBay(booking, change, around))
  refusals.push(...faultsOfHours(booking, before, around))
  if (change.takesMore) refusals.push(...othersOnConnector(booking, around))
  if (change.takesMore || change.vehicle) refusals.push(...vehicleElsewhere(booking, around))
  // Proving what the grid can promise takes longer than all the rest.
  if (refusals.length === 0 && change.grid) refusals.push(...shortOfGrid(booking, around))
  return refusals
}

/** What of a booking is new, so that only that is judged: to give back is always right. */
interface Change {
  /** It wants time on a connector that it did not have. */
  readonly takesMore: boolean
  readonly vehicle: boolean
  /** Something that what is at the connector has to bear. */
  readonly equipment: boolean
  /** It comes to a connector at a time when it did not come before. */
  readonly comes: boolean
  /** It asks something else of the grid. */
  readonly grid: boolean
}

function changeOf(booking: Booking, before: Booking | null): Change {
  if (before === null)
    return { takesMore: true, vehicle: true, equipment: true, comes: true, grid: true }
  const revived = endedStates.has(before.state)
  const place = placeOf(booking) !== placeOf(before)
  const vehicle = booking.vehicleId !== before.vehicleId
  const window = booking.arrivesAt !== before.arrivesAt || booking.departsAt !== before.departsAt
  const shorter = booking.need !== null && lengthOf(booking) < lengthOf(before)
  return {
    takesMore:
      revived ||
      place ||
      booking.arrivesAt < before.arrivesAt ||
      booking.departsAt > before.departsAt,
    vehicle,
    equipment: revived || place || vehicle || shorter || wants(booking) > wants(before),
    comes: revived || place || booking.arrivesAt !== before.arrivesAt,
    grid:
      revived ||
      place ||
      vehicle ||
      window ||
      wants(booking) > wants(before) ||
      (before.overbooked !== null && booking.overbooked === null),
  }
}

const wants = ({ need }: Booking): number => (need === null ? 0 : needWh(need))
const lengthOf = ({ arrivesAt, departsAt }: Booking): number => departsAt - arrivesAt

function faultOfWindow(
  { arrivesAt, departsAt, latestDepartsAt }: Booking,
  before: Booking | null,
  now: Instant,
  retro: boolean,
): BookingRefusal | null {
  if (departsAt <= arrivesAt) return { code: 'departureBeforeArrival' }
  if (latestDepartsAt !== null && latestDepartsAt < departsAt)
    return { code: 'departureBeforeArrival' }
  if (departsAt - arrivesAt > LONGEST_MS) return { code: 'tooLong', mostMs: LONGEST_MS }
  const arrivesElse = arrivesAt !== before?.arrivesAt
  if (arrivesElse && !retro && arrivesAt < now - BACK_MS) return { code: 'inThePast', now }
  if (departsAt !== before?.departsAt && departsAt <= now) return { code: 'inThePast', now }
  return null
}

function faultsOfBay(booking: Booking, change: Change, around: Surroundings): BookingRefusal[] {
  const { stationId, connectorId } = booking
  if (stationId === null || connectorId === null) return []
  const bay = around.bay(stationId, connectorId)
  if (bay === undefined) return [{ code: 'noSuchConnector', stationId, connectorId }]
  const faults: BookingRefusal[] = []
  const soon = booking.arrivesAt < around.now + OUT_OF_SERVICE_FOR_MS
  if (bay.outOfService && change.comes && soon && !presentStates.has(booking.state))
    faults.push({ code: 'outOfService', stationId, connectorId })
  const vehicle = booking.vehicleId === null ? null : (around.vehicle(booking.vehicleId) ?? null)
  const has = bay.equipment.standard
  if (vehicle !== null && has !== null && !plugsFit(bay.equipment, vehicle))
    faults.push({ code: 'plugDoesNotFit', has, takes: vehicle.standards })
  const powerW = powerBetween(bay.equipment, vehicle)
  if (powerW === 0) faults.push({ code: 'noPower' })
  else if (powerW !== null && booking.need !== null) {
    const needed = needWh(booking.need)
    // The last of a battery goes in slowly.
    const slowMs = taperMs(booking.need, needed, powerW, bay.equipment.powerType)
    const most = mostWh(powerW, lengthOf(booking) - slowMs)
    if (most < needed) faults.push({ code: 'needImpossible', needWh: needed, mostWh: most, powerW })
  }
  return faults
}

/** One has to be able to drive in and out; the car may stay while the gate is closed. */
function faultsOfHours(
  booking: Booking,
  before: Booking | null,
  { terms: { openingHours }, timeZone }: Surroundings,
): BookingRefusal[] {
  if (openingHours === null) return []
  const faults: BookingRefusal[] = []
  const { arrivesAt, departsAt } = booking
  const judge = (at: 'arrival' | 'departure', instant: Instant): void => {
    if (isOpen(openingHours, instant, timeZone)) return
    faults.push({ code: 'closed', at, opensAt: opensNext(openingHours, instant, timeZone) })
  }
  if (arrivesAt !== before?.arrivesAt) judge('arrival', arrivesAt)
  if (departsAt !== before?.departsAt) judge('departure', departsAt)
  return faults
}

function othersOnConnector(booking: Booking, around: Surroundings): BookingRefusal[] {
  const { occupancy, terms, now } = around
  const mine = holdOf(booking, now)
  if (mine === null || booking.stationId === null || booking.connectorId === null) return []
  const turnaroundMs = terms.turnaroundMin * MINUTE
  const found: BookingRefusal[] = []
  for (const other of occupancy.on(booking.stationId, booking.connectorId)) {
    if (other.id === booking.id) continue
    const theirs = holdOf(other, now)
    if (theirs === null || theirs.from - turnaroundMs >= mine.until) continue
    if (theirs.until + turnaroundMs <= mine.from) continue
    found.push({ code: 'overlaps', ...named(other, around), turnaroundMs })
    if (found.length === MOST_NAMED) break
  }
  return found
}

function vehicleElsewhere(booking: Booking, around: Surroundings): BookingRefusal[] {
  const mine = holdOf(booking, around.now)
  if (mine === null || booking.vehicleId === null) return []
  const place = placeOf(booking)
  for (const other of around.occupancy.ofVehicle(booking.vehicleId)) {
    if (other.id === booking.id || placeOf(other) === place) continue
    const theirs = holdOf(other, around.now)
    if (theirs === null || theirs.from >= mine.until || theirs.until <= mine.from) continue
    return [{ code: 'vehicleElsewhere', ...named(other, around) }]
  }
  return []
}

/** With its promise not every other could be kept. */
function shortOfGrid(booking: Booking, around: Surroundings): BookingRefusal[] {
  if (around.grid === null || booking.overbooked !== null || booking.need === null) return []
  const shortage = around.grid.shortageFor(booking)
  if (shortage === null) return []
  const { shortWh, stretches, feeders, bookingIds } = shortage
  const bookings = bookingIds
    .filter((id) => id !== booking.id)
    .slice(0, MOST_NAMED)
    .flatMap((id) => around.occupancy.get(id) ?? [])
    .map((other) => named(other, around))
  return [{ code: 'gridFull', shortWh, stretches: [...stretches], feeders: [...feeders], bookings }]
}

function named(booking: Booking, around: Surroundings) {
  const { id, arrivesAt, departsAt } = booking
  return { bookingId: id, plate: plateOf(booking, around), arrivesAt, departsAt }
}

/** The plate on a booking's bar: its vehicle's, or what was told; empty when nobody told any. */
export function plateOf(
  { vehicleId, plate }: Pick<Booking, 'vehicleId' | 'plate'>,
  { vehicle }: Pick<Surroundings, 'vehicle'>,
): string {
  return (vehicleId === null ? undefined : vehicle(vehicleId)?.plate) ?? plate
}
