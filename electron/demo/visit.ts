import type { Car } from './car.ts'
import type { CarKind } from './car-kind.ts'
import type { Outlet } from './outlet.ts'
import { between, chance, pick, waiting } from './random.ts'
import type { Random } from './random.ts'

/** A driver of the depot, always in the same car; `plate` and `idTag` are invented. */
export type Driver = { name: string; plate: string; idTag: string; car: CarKind }

/** One car's stay at a connector, on the simulated clock (ms). */
export type Visit = {
  car: Car
  arrivesAt: number
  leavesAt: number
  idTag: string
  /** `waits`: the driver shows no card; somebody at the desk starts the charge, or nobody does. */
  starts: 'card' | 'waits'
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Mean time a connector stands free between two cars. */
const FREE_MS = { ac: 1.5 * HOUR_MS, dc: 35 * MINUTE_MS }
const STAY_MS = {
  ac: { low: 1.5 * HOUR_MS, high: 7 * HOUR_MS },
  dc: { low: 18 * MINUTE_MS, high: 50 * MINUTE_MS },
}
const WAITING_SHARE = 0.08

/**
 * Plans the next car at a connector.
 * @param after simulated ms from which the connector is free
 * @param soon the first visit of a depot that is already busy: arrives within two minutes
 */
export function nextVisit(
  random: Random,
  outlet: Outlet,
  drivers: readonly Driver[],
  after: number,
  soon = false,
): Visit {
  const driver = pick(random, drivers)
  const kind = driver.car
  const stay = STAY_MS[outlet.kind]
  const delayMs = soon
    ? between(random, 0, 2 * MINUTE_MS)
    : 2 * MINUTE_MS + waiting(random, FREE_MS[outlet.kind])
  const arrivesAt = after + delayMs
  const target = outlet.kind === 'dc' ? 0.8 : pick(random, [0.8, 0.9, 1])
  return {
    car: {
      ...kind,
      plate: driver.plate,
      storedWh: kind.capacityWh * between(random, 0.08, 0.6),
      targetWh: kind.capacityWh * target,
    },
    arrivesAt,
    leavesAt: arrivesAt + between(random, stay.low, stay.high),
    idTag: driver.idTag,
    starts: chance(random, WAITING_SHARE) ? 'waits' : 'card',
  }
}
