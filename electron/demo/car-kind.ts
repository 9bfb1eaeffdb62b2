import type { Car } from './car.ts'
import { PHASE_VOLTAGE_V } from './outlet.ts'

/** A car's battery, phases and limits. */
export type CarKind = Omit<Car, 'plate' | 'storedWh' | 'targetWh'>

/** The cars that come by; sizes are round, not any maker's. */
export const CAR_KINDS = {
  city: { capacityWh: 40_000, acPhases: 1, acMaxCurrentA: 32, dcMaxW: 50_000 },
  family: { capacityWh: 52_000, acPhases: 3, acMaxCurrentA: 32, dcMaxW: 85_000 },
  van: { capacityWh: 60_000, acPhases: 3, acMaxCurrentA: 16, dcMaxW: 110_000 },
  estate: { capacityWh: 77_000, acPhases: 3, acMaxCurrentA: 16, dcMaxW: 150_000 },
  cargo: { capacityWh: 12_000, acPhases: 1, acMaxCurrentA: 16, dcMaxW: 12_000, staysPaused: true },
  largeVan: { capacityWh: 88_000, acPhases: 3, acMaxCurrentA: 16, dcMaxW: 115_000 },
} as const satisfies Record<string, CarKind>

/** What such a car takes of alternating current at most, W. */
export function acMaxW({ acPhases, acMaxCurrentA }: CarKind): number {
  return acPhases * acMaxCurrentA * PHASE_VOLTAGE_V
}
