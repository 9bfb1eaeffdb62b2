import { phasesUsed } from '../car.ts'
import type { Connector } from '../connector.ts'
import { allowedW } from './allowance.ts'
import type { Allowance } from './allowance.ts'

/** The connector under what its charging profiles let it draw from now on. */
export function limited(connector: Connector, allowance: Allowance | null): Connector {
  const { guest } = connector
  const paused = guest !== null && isHeldBack({ ...connector, allowance })
  if (!paused || guest.car.staysPaused !== true) return { ...connector, allowance }
  return { ...connector, allowance, guest: { ...guest, asleep: true } }
}

/** Whether the station lets the car that charges here draw nothing. */
export function isHeldBack({ guest, outlet, session, allowance }: Connector): boolean {
  if (guest === null || session === null || allowance === null) return false
  return allowedW(allowance, outlet, phasesUsed(guest.car, outlet)) === 0
}
