import { HOUR } from '../../time/instant.ts'
import type { PowerType } from '../connector/equipment.ts'
import { CHARGING_EFFICIENCY, type EnergyNeed } from './need.ts'

/** From this state of charge on a battery takes less and less: on AC, whose power is small for it, late; on DC early. */
const KNEE = { ac: 0.92, dc: 0.6 }

/** What it still takes of its full power when it is all but full. */
const TRICKLE = 0.1

/**
 * How much longer the last of a battery takes than its energy at full power would, ms: 0 where it isn't to be filled so
 * far, or its battery isn't known. Above the knee the power falls evenly down to a trickle.
 * @param remainingWh still to be charged, at the meter
 */
export function taperMs(
  need: EnergyNeed | null,
  remainingWh: number,
  maxW: number,
  powerType: PowerType | null,
): number {
  if (need?.kind !== 'soc' || maxW <= 0) return 0
  const knee = powerType === 'DC' ? KNEE.dc : KNEE.ac
  const target = need.departurePct / 100
  const left = (remainingWh * CHARGING_EFFICIENCY) / need.batteryWh
  const from = Math.max(knee, target - left)
  if (target <= from) return 0
  const falls = (1 - TRICKLE) / (1 - knee)
  const power = (soc: number): number => 1 - falls * (soc - knee)
  const shares = Math.log(power(from) / power(target)) / falls
  return (((shares - (target - from)) * need.batteryWh) / CHARGING_EFFICIENCY / maxW) * HOUR
}
