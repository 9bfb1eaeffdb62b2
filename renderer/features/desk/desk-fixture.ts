import { aBooking } from '../../../shared/domain/booking/booking-fixture.ts'
import { aBill } from '../../../shared/domain/payment/payment-fixture.ts'
import { aStation } from '../../../shared/domain/station/station-fixture.ts'
import { aWalkUp } from '../../../shared/domain/walk-up/walk-up-fixture.ts'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Connector } from '../../../shared/domain/connector/connector.ts'
import type { WalkUp } from '../../../shared/domain/walk-up/walk-up.ts'
import type { CardFacts } from './card/desk-card.ts'

/** A stay at a free connector of one that is online, with a bill that is not final, save for what is told. */
export function factsLike(told: Partial<CardFacts> = {}): CardFacts {
  return {
    booking: stayLike({}),
    walkUp: null,
    bill: billLike({}),
    payments: [],
    station: aStation(),
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

/** A walk-up that waits for its car, paid later. */
export function walkUpLike(told: Partial<WalkUp>): WalkUp {
  return aWalkUp({
    ...{ id: 'stay-1', billId: null, stationId: 'station-1', pays: 'later', means: null },
    ...{ state: 'waitingForCar', starts: 1, since: 0, createdAt: 0, updatedAt: 0, ...told },
  })
}
