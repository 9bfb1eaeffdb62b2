import type { Equipment } from '../connector/equipment.ts'
import { allPhases, type Phase } from '../planning/problem.ts'
import type { PhaseRotation } from '../station/phase-rotation.ts'
import type { Vehicle } from '../vehicle/vehicle.ts'

/** The grid's phases in the letters of OCPP's ConnectorPhaseRotation. */
const gridPhase: Readonly<Record<string, Phase>> = { R: 'L1', S: 'L2', T: 'L3' }

/** Below this an AC car doesn't charge: 6 A on each of its phases (IEC 61851-1). */
export const LEAST_A = 6

/**
 * The grid's phases that a car draws on. One that takes fewer than its connector has takes the connector's first ones;
 * what is not known is taken for three.
 */
export function phasesOf(
  { powerType }: Pick<Equipment, 'powerType'>,
  vehicle: Pick<Vehicle, 'acPhases'> | null,
  rotation: PhaseRotation,
): readonly Phase[] {
  if (powerType === 'DC') return allPhases
  const wired = powerType === 'AC_1_PHASE' ? 1 : powerType === 'AC_2_PHASE' ? 2 : 3
  const count = Math.min(wired, vehicle?.acPhases ?? 3)
  return [...rotation].slice(0, count).flatMap((letter) => gridPhase[letter] ?? [])
}

/** The least power at which it charges at all, W; 0 for DC, whose chargers go lower. */
export function leastPower(
  { powerType }: Pick<Equipment, 'powerType'>,
  phases: readonly Phase[],
  voltageV: number,
): number {
  return powerType === 'DC' ? 0 : LEAST_A * voltageV * phases.length
}
