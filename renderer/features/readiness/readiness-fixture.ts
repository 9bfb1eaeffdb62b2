import { aBooking, NOON, STATION } from '../../../shared/domain/booking/booking-fixture.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { unknownEquipment } from '../../../shared/domain/connector/equipment.ts'
import type { Connector } from '../../../shared/domain/connector/connector.ts'
import { readinessRows } from './readiness-row.ts'
import type { ReadinessData, ReadinessRow } from './readiness-row.ts'

/** Connector 1 of the station that bookings are on in tests. */
export function aConnector(words: Partial<Connector> = {}): Connector {
  return {
    id: 'connector',
    stationId: STATION,
    connectorId: 1,
    status: 'Available',
    errorCode: null,
    vendorErrorCode: null,
    info: null,
    statusAt: NOON,
    powerW: null,
    energyWh: null,
    currentDa: null,
    socPct: null,
    sampledAt: null,
    transactionId: null,
    ...unknownEquipment,
    ...words,
  }
}

/** The station that bookings are on in tests. */
export function aStation(words: Partial<ReadinessData['stations'][number]> = {}) {
  return {
    id: STATION,
    name: 'A1',
    zone: 'Zone A',
    connection: 'online' as const,
    retiredAt: null,
    ...words,
  }
}

/** Bookings on a site of which nothing else is known. */
export function dataOf(
  bookings: readonly Booking[],
  words: Partial<ReadinessData> = {},
): ReadinessData {
  return {
    bookings,
    planLines: [],
    transactions: [],
    stations: [],
    connectors: [],
    vehicles: [],
    customers: [],
    idTokens: [],
    ...words,
  }
}

/** A row of the board, from its booking. */
export function aRow(booking: Partial<Booking>, words: Partial<ReadinessRow> = {}): ReadinessRow {
  const [row] = readinessRows(dataOf([aBooking(booking)]), NOON, Infinity)
  if (row === undefined) throw new Error('that booking is not on the board')
  return { ...row, ...words }
}
