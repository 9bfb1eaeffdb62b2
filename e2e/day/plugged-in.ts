import { charge, phasesUsed } from '../../electron/demo/car.ts'
import type { Car } from '../../electron/demo/car.ts'
import type { Outlet } from '../../electron/demo/outlet.ts'
import { allowedW } from '../../electron/demo/smart-charging/allowance.ts'
import type { Allowance } from '../../electron/demo/smart-charging/allowance.ts'
import { HOUR } from '../../shared/time/instant.ts'

/** A car at a charger, and what its meter has counted since it came. */
export type PluggedIn = { car: Car; meteredWh: number; asleep: boolean }

/** What flowed in a step, on how many of the charger's phases, and why no more did. */
export type Flowed = {
  guest: PluggedIn
  powerW: number
  phases: number
  state: 'Charging' | 'SuspendedEV' | 'SuspendedEVSE'
}

/** Lets a car charge for a step under what it is allowed; null: as much as the outlet gives. */
export function flow(
  guest: PluggedIn,
  outlet: Outlet,
  allowance: Allowance | null,
  stepMs: number,
): Flowed {
  const phases = phasesUsed(guest.car, outlet, allowance)
  if (allowance !== null && allowedW(allowance, outlet, phases) === 0) {
    const asleep = guest.asleep || guest.car.staysPaused === true
    return { guest: { ...guest, asleep }, powerW: 0, phases, state: 'SuspendedEVSE' }
  }
  if (guest.asleep) return { guest, powerW: 0, phases, state: 'SuspendedEV' }
  const { car, meteredWh } = charge(guest.car, outlet, stepMs, allowance)
  return {
    guest: { ...guest, car, meteredWh: guest.meteredWh + meteredWh },
    powerW: (meteredWh * HOUR) / stepMs,
    phases,
    state: meteredWh > 0 ? 'Charging' : 'SuspendedEV',
  }
}

/** The most that a car could take in so long if nothing limited it, Wh at the meter. */
export function mostWh(car: Car, outlet: Outlet, durationMs: number): number {
  return charge(car, outlet, Math.max(0, durationMs)).meteredWh
}
