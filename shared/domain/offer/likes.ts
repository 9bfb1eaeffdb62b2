import type { Bay } from '../booking/bay.ts'
import { plugsFit, powerBetween } from '../connector/equipment.ts'
import { leastPower, phasesOf } from '../demand/wiring.ts'
import type { Phase } from '../planning/problem.ts'
import type { PhaseRotation } from '../station/phase-rotation.ts'
import type { Vehicle } from '../vehicle/vehicle.ts'

/** What connectors have in common at which a car finds the same: one look at the grid serves them all. */
export interface Like {
  readonly feederId: string | null
  readonly phases: readonly Phase[]
  readonly maxW: number
  readonly minW: number
}

/** Connectors at which a car finds the same. */
export interface AlikeBays {
  readonly like: Like
  readonly bays: readonly Bay[]
}

export interface WiredBay {
  readonly bay: Bay
  readonly feederId: string | null
  readonly phaseRotation: PhaseRotation
}

/** What a connector of which nobody knows the power is offered with, W. */
export const ASSUMED_W = 11_000

/** The connectors that take the vehicle, those alike together, the weakest first so that the strong ones stay free. */
export function alikeBays(
  bays: Iterable<WiredBay>,
  vehicle: Vehicle | null,
  voltageV: number,
): AlikeBays[] {
  const groups = new Map<string, { like: Like; bays: Bay[] }>()
  for (const { bay, feederId, phaseRotation } of bays) {
    if (bay.outOfService || !plugsFit(bay.equipment, vehicle)) continue
    const maxW = powerBetween(bay.equipment, vehicle) ?? ASSUMED_W
    if (maxW === 0) continue
    const phases = phasesOf(bay.equipment, vehicle, phaseRotation)
    const minW = Math.min(maxW, leastPower(bay.equipment, phases, voltageV))
    const key = JSON.stringify([feederId, phases, maxW, minW])
    const known = groups.get(key)
    if (known === undefined)
      groups.set(key, { like: { feederId, phases, maxW, minW }, bays: [bay] })
    else known.bays.push(bay)
  }
  return [...groups.values()].sort((one, other) => one.like.maxW - other.like.maxW)
}
