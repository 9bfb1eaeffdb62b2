import { aBooking } from '../../../shared/domain/booking/booking-fixture.ts'
import { aBill } from '../../../shared/domain/payment/payment-fixture.ts'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Connector } from '../../../shared/domain/connector/connector.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import type { WalkUp } from '../../../shared/domain/walk-up/walk-up.ts'
import type { CardFacts } from './card/desk-card.ts'

/** A stay at a free connector of one that is online, with a bill that is not final, save for what is told. */
export function factsLike(told: Partial<CardFacts> = {}): CardFacts {
  return {
    booking: stayLike({}),
    walkUp: null,
    bill: billLike({}),
    payments: [],
    station: stationLike({}),
    connector: connectorLike('Preparing'),
    isOneOfMany: false,
    transaction: null,
    vehicle: null,
    line: null,
    ...told,
  }
}

/** A booking whose car has arrived at the first station. */
export function stayLike(told: Partial<Booking>): Booking {
  return aBooking({ id: 'stay-1', stationId: 'station-1', state: 'arrived', ...told })
}

/** A bill of 100.00 SEK as it is thought to become, nothing paid. */
export function billLike(told: Partial<Bill>): Bill {
  return aBill({ bookingId: 'stay-1', state: 'running', dueMinor: 0, ...told })
}

/** A connector that has said so. */
export function connectorLike(status: Connector['status']): Connector {
  return {
    id: 'connector-1',
    stationId: 'station-1',
    connectorId: 1,
    status,
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
  }
}

/** A station that is online. */
export function stationLike(told: Partial<Station>): Station {
  return {
    id: 'station-1',
    chargePointId: 'NVK0001',
    name: 'A1',
    zone: '',
    feederId: null,
    phaseRotation: 'RST',
    note: '',
    authentication: 'password',
    vendor: null,
    model: null,
    serialNumber: null,
    firmwareVersion: null,
    iccid: null,
    imsi: null,
    meterType: null,
    meterSerialNumber: null,
    ocppVersion: '1.6',
    connection: 'online',
    connectionSince: 0,
    remoteAddress: null,
    lastSeenAt: 0,
    bootedAt: 0,
    diagnosticsStatus: null,
    firmwareStatus: null,
    createdAt: 0,
    updatedAt: 0,
    retiredAt: null,
    ...told,
  }
}

/** A walk-up that waits for its car, paid later. */
export function walkUpLike(told: Partial<WalkUp>): WalkUp {
  return {
    id: 'stay-1',
    billId: null,
    stationId: 'station-1',
    connectorId: 1,
    plate: 'ABC 123',
    vehicleId: null,
    customerId: null,
    phone: '',
    need: { kind: 'full' },
    pays: 'later',
    means: null,
    paymentId: null,
    idToken: 'WU1',
    state: 'waitingForCar',
    failure: null,
    startCommandId: null,
    starts: 1,
    transactionId: null,
    movedFromId: null,
    movedToId: null,
    tillId: null,
    beganBy: 'desk',
    since: 0,
    chargingAt: null,
    endedAt: null,
    createdAt: 0,
    updatedAt: 0,
    ...told,
  }
}
