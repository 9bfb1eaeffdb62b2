import { HOUR, type Instant } from '../../time/instant.ts'
import { unknownEquipment } from '../connector/equipment.ts'
import { firstTerms } from '../site/booking-terms.ts'
import type { Vehicle } from '../vehicle/vehicle.ts'
import type { Bay } from './bay.ts'
import type { Booking } from './booking.ts'
import { occupancyOf } from './occupancy.ts'
import type { Surroundings } from './surroundings.ts'

/** Noon on a Monday in Stockholm: the moment the booking tests begin at. */
export const NOON: Instant = Date.UTC(2026, 2, 2, 11)

/** An id that is told from others by its number. */
export const testId = (number: number): string =>
  `019c0000-0000-7000-8000-${String(number).padStart(12, '0')}`

export const STATION = testId(900)

/** A booking of two hours from one o'clock on connector 1, confirmed. */
export function aBooking(words: Partial<Booking> = {}): Booking {
  return {
    id: testId(1),
    stationId: STATION,
    connectorId: 1,
    arrivesAt: NOON + HOUR,
    departsAt: NOON + 3 * HOUR,
    latestDepartsAt: null,
    flexibility: 'fixed',
    need: null,
    vehicleId: null,
    customerId: null,
    plate: 'ABC 123',
    idToken: null,
    priority: 'normal',
    note: '',
    state: 'confirmed',
    origin: 'desk',
    overbooked: null,
    revision: 0,
    recurringId: null,
    occursOn: null,
    reservationId: 1,
    reservation: 'none',
    transactionId: null,
    arrivedAt: null,
    finishedAt: null,
    leftAt: null,
    createdAt: NOON,
    updatedAt: NOON,
    ...words,
  }
}

/** A vehicle of which nothing is known. */
export function aVehicle(words: Partial<Vehicle> = {}): Vehicle {
  return {
    id: testId(500),
    plate: 'VAN 001',
    name: '',
    customerId: null,
    batteryWh: null,
    maxAcW: null,
    maxDcW: null,
    acPhases: null,
    resumes: true,
    standards: [],
    departsAt: null,
    costCentre: '',
    note: '',
    archivedAt: null,
    mergedInto: null,
    createdAt: NOON,
    updatedAt: NOON,
    ...words,
  }
}

/** A connector of the one station, in service, of which nothing more is known. */
export function aBay(connectorId: number, words: Partial<Bay> = {}): Bay {
  return {
    stationId: STATION,
    connectorId,
    zone: '',
    equipment: unknownEquipment,
    outOfService: false,
    ...words,
  }
}

/** A site of three connectors at noon, with these bookings. */
export function aroundOf(
  bookings: readonly Booking[] = [],
  words: Partial<Omit<Surroundings, 'bay' | 'bays' | 'vehicle'>> & {
    bays?: readonly Bay[]
    vehicles?: readonly Vehicle[]
  } = {},
): Surroundings {
  const { bays = [aBay(1), aBay(2), aBay(3)], vehicles = [], ...rest } = words
  return {
    now: NOON,
    timeZone: 'Europe/Stockholm',
    terms: firstTerms,
    occupancy: occupancyOf(bookings),
    hasCustomer: () => true,
    grid: null,
    ...rest,
    bay: (stationId, connectorId) =>
      bays.find((bay) => bay.stationId === stationId && bay.connectorId === connectorId),
    bays: () => bays,
    vehicle: (id) => vehicles.find((vehicle) => vehicle.id === id),
  }
}
