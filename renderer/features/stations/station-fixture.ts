import { unknownEquipment } from '../../../shared/domain/connector/equipment.ts'
import { uuidV7 } from '../../../shared/domain/id/id.ts'
import type { Connector } from '../../../shared/domain/connector/connector.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import { aStation as onlineStation } from '../../../shared/domain/station/station-fixture.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'

export const NOW = Date.UTC(2026, 10, 22, 11, 0, 0)

/** A row id that is the same every time for the same number. */
export function idOf(number: number): string {
  return uuidV7(NOW + number, new Uint8Array(10))
}

/** An online station with a password, with whatever a test wants different. */
export function aStation(number: number, differing: Partial<Station> = {}): Station {
  return onlineStation({
    id: idOf(number),
    chargePointId: `CP-${number}`,
    name: `A${number}`,
    zone: 'Zone A',
    vendor: 'Vendor',
    model: 'Model',
    firmwareVersion: '1.0',
    connectionSince: NOW - 60_000,
    lastSeenAt: NOW - 5_000,
    bootedAt: NOW - 60_000,
    createdAt: NOW,
    updatedAt: NOW,
    ...differing,
  })
}

/** A free connector of a station, with whatever a test wants different. */
export function aConnector(
  station: Station,
  connectorId: number,
  differing: Partial<Connector> = {},
): Connector {
  return {
    id: idOf(1_000 + connectorId),
    stationId: station.id,
    connectorId,
    status: 'Available',
    errorCode: null,
    vendorErrorCode: null,
    info: null,
    statusAt: NOW,
    powerW: null,
    energyWh: null,
    currentDa: null,
    socPct: null,
    sampledAt: null,
    transactionId: null,
    ...unknownEquipment,
    ...differing,
  }
}

/** A running transaction on connector 1, with whatever a test wants different. */
export function aTransaction(station: Station, differing: Partial<Transaction> = {}): Transaction {
  return {
    id: idOf(5_000),
    ocppTransactionId: 1,
    stationId: station.id,
    connectorId: 1,
    idToken: 'ABC123',
    state: 'active',
    startedAt: NOW - 3_600_000,
    meterStartWh: 1_000,
    startReceivedAt: NOW - 3_600_000,
    stoppedAt: null,
    meterStopWh: null,
    stopReceivedAt: null,
    stopReason: null,
    stopIdToken: null,
    energyWh: 7_500,
    powerW: 11_000,
    socPct: null,
    sampledAt: NOW,
    reservationId: null,
    notes: [],
    ...differing,
  }
}
