import { aBooking } from '../../../shared/domain/booking/booking-fixture.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Connector } from '../../../shared/domain/connector/connector.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import { HOUR } from '../../../shared/time/instant.ts'

/** A confirmed booking of the first hour for a test, with whatever the test is about. */
export function bookingLike(about: Partial<Booking>): Booking {
  return aBooking({
    id: 'booking-1',
    stationId: 'station-1',
    arrivesAt: 0,
    departsAt: HOUR,
    revision: 1,
    ...about,
  })
}

/** A transaction that runs. */
export function transactionLike(about: Partial<Transaction>): Transaction {
  return {
    id: 'transaction-1',
    ocppTransactionId: 7,
    stationId: 'station-1',
    connectorId: 1,
    idToken: 'ABC123',
    state: 'active',
    startedAt: 0,
    meterStartWh: 0,
    startReceivedAt: 0,
    stoppedAt: null,
    meterStopWh: null,
    stopReceivedAt: null,
    stopReason: null,
    stopIdToken: null,
    energyWh: 0,
    powerW: null,
    socPct: null,
    sampledAt: null,
    reservationId: null,
    notes: [],
    ...about,
  }
}

/** A free connector nobody has described. */
export function connectorLike(about: Partial<Connector>): Connector {
  return {
    id: 'connector-1',
    stationId: 'station-1',
    connectorId: 1,
    status: 'Available',
    errorCode: null,
    vendorErrorCode: null,
    info: null,
    statusAt: 0,
    powerW: null,
    energyWh: null,
    currentDa: null,
    socPct: null,
    sampledAt: null,
    transactionId: null,
    standard: null,
    powerType: null,
    maxPowerW: null,
    ...about,
  }
}
