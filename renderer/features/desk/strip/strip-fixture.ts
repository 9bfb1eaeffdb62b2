import { unknownEquipment } from '../../../../shared/domain/connector/equipment.ts'
import type {
  WalkUpPlace,
  WalkUpPromise,
  WalkUpWho,
} from '../../../../shared/domain/walk-up/choice.ts'
import type { WaysAround } from './pay-ways.ts'

/** A free connector of a charger that answers, save for what is told. */
export function placeLike(told: Partial<WalkUpPlace> = {}): WalkUpPlace {
  return {
    stationId: 'station-1',
    connectorId: 1,
    ...unknownEquipment,
    powerW: 11_000,
    isPluggedIn: false,
    pluggedInAt: null,
    isOffline: false,
    freeUntil: null,
    words: null,
    promised: null,
    ...told,
  }
}

/** A car that has never been here, save for what is told. */
export function whoLike(told: Partial<WalkUpWho> = {}): WalkUpWho {
  return {
    plate: 'ABC 123',
    vehicleId: null,
    customerId: null,
    customerName: '',
    settlement: 'pay',
    visits: 0,
    last: null,
    here: null,
    booked: null,
    ...told,
  }
}

/** A promise of 20 kWh for 57.60 SEK. */
export function promiseLike(told: Partial<WalkUpPromise> = {}): WalkUpPromise {
  return {
    departsAt: 7_200_000,
    energyWh: 20_000,
    thoughtWh: 20_000,
    price: { inclMinor: 5_760, currency: 'SEK' },
    holdMinor: 10_000,
    ...told,
  }
}

/** A site that takes everything, with a reader and an open shift. */
export function waysAround(told: Partial<WaysAround> = {}): WaysAround {
  return {
    pays: ['ask', 'hold', 'take', 'later'],
    means: ['reader', 'swish', 'cash'],
    currency: 'SEK',
    stripe: 'ok',
    readers: [{ status: 'online', busyWith: null }],
    takesCash: true,
    hasCustomer: false,
    ...told,
  }
}
