import { PHASE_VOLTAGE_V, outletMaxW } from './outlet.ts'
import type { Outlet } from './outlet.ts'
import { allowedW } from './smart-charging/allowance.ts'
import type { Allowance } from './smart-charging/allowance.ts'

/** A vehicle with a battery. Energies in Wh, powers in W, currents in A per phase. */
export type Car = {
  plate: string
  capacityWh: number
  storedWh: number
  /** Stops asking for power here. */
  targetWh: number
  acPhases: 1 | 3
  acMaxCurrentA: number
  dcMaxW: number
  /** Doesn't charge on once it was paused: its driver has to plug it in anew. */
  staysPaused?: boolean
}

/** Share of the metered energy that ends in the battery: the on-board charger loses more. */
const AC_EFFICIENCY = 0.9
const DC_EFFICIENCY = 0.96
/** A battery accepts full power up to the knee, then less, down to the trickle at 100 %. */
const AC_KNEE = 0.94
const DC_KNEE = 0.55
const TRICKLE = 0.12
/** A finer step changes the registered energy of a session by less than a meter's resolution. */
const STEP_MS = 20_000
const HOUR_MS = 3_600_000

/** The share of the metered energy that reaches the battery at this outlet. */
export function efficiencyAt(outlet: Outlet): number {
  return outlet.kind === 'dc' ? DC_EFFICIENCY : AC_EFFICIENCY
}

/** Phases the car draws from at this outlet (0 for DC), where it is allowed so many. */
export function phasesUsed(car: Car, outlet: Outlet, allowance: Allowance | null = null): number {
  if (outlet.kind === 'dc') return 0
  return Math.min(outlet.phases, car.acPhases, allowance?.phases ?? outlet.phases)
}

/** The most this car takes at this outlet with an empty battery, in W. */
export function carMaxW(car: Car, outlet: Outlet): number {
  if (outlet.kind === 'dc') return Math.min(car.dcMaxW, outletMaxW(outlet))
  const currentA = Math.min(outlet.maxCurrentA, car.acMaxCurrentA)
  return phasesUsed(car, outlet) * currentA * PHASE_VOLTAGE_V
}

/** State of charge in percent, 0 to 100. */
export function socPercent(car: Car): number {
  return (car.storedWh / car.capacityWh) * 100
}

/**
 * What the car draws at this moment, in W; 0 once its target is reached.
 * @param allowance what the connector lets it draw; null: as much as the outlet gives
 */
export function drawW(car: Car, outlet: Outlet, allowance: Allowance | null = null): number {
  const mostW =
    allowance === null
      ? Number.POSITIVE_INFINITY
      : allowedW(allowance, outlet, phasesUsed(car, outlet))
  return Math.min(mostW, wantedW(car, outlet))
}

/** What the car would draw at this moment if nothing limited it, in W. */
function wantedW(car: Car, outlet: Outlet): number {
  if (car.storedWh >= car.targetWh) return 0
  const knee = outlet.kind === 'dc' ? DC_KNEE : AC_KNEE
  const soc = car.storedWh / car.capacityWh
  const share = soc <= knee ? 1 : 1 - ((soc - knee) / (1 - knee)) * (1 - TRICKLE)
  return carMaxW(car, outlet) * Math.max(TRICKLE, share)
}

/**
 * Charges for a while.
 * @returns the car afterwards and the energy the connector's meter counted, in Wh (not rounded):
 *   what the battery gained divided by the efficiency at this outlet
 */
export function charge(
  car: Car,
  outlet: Outlet,
  durationMs: number,
  allowance: Allowance | null = null,
): { car: Car; meteredWh: number } {
  const efficiency = efficiencyAt(outlet)
  let storedWh = car.storedWh
  for (let left = durationMs; left > 0; left -= STEP_MS) {
    const powerW = drawW({ ...car, storedWh }, outlet, allowance)
    if (powerW === 0) break
    const gainedWh = ((powerW * Math.min(left, STEP_MS)) / HOUR_MS) * efficiency
    storedWh = Math.min(car.targetWh, storedWh + gainedWh)
  }
  return { car: { ...car, storedWh }, meteredWh: (storedWh - car.storedWh) / efficiency }
}
