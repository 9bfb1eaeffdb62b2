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
  const { knee, falls, power } = taperOf(powerType)
  const target = need.departurePct / 100
  const left = (remainingWh * CHARGING_EFFICIENCY) / need.batteryWh
  const from = Math.max(knee, target - left)
  if (target <= from) return 0
  const shares = Math.log(power(from) / power(target)) / falls
  return (((shares - (target - from)) * need.batteryWh) / CHARGING_EFFICIENCY / maxW) * HOUR
}

/**
 * The most of what remains that goes into it in so long a time, Wh at the meter: all that its power carries, but for the
 * last of a battery that is to be filled.
 */
export function mostWithin(
  need: EnergyNeed | null,
  remainingWh: number,
  maxW: number,
  powerType: PowerType | null,
  durationMs: number,
): number {
  const fullWh = (maxW * Math.max(0, durationMs)) / HOUR
  if (need?.kind !== 'soc') return Math.min(remainingWh, fullWh)
  const { knee, falls, power } = taperOf(powerType)
  const inShares = CHARGING_EFFICIENCY / need.batteryWh
  const begins = need.departurePct / 100 - remainingWh * inShares
  const from = Math.max(knee, begins)
  const slowly = fullWh * inShares - (from - begins)
  if (slowly <= 0) return Math.min(remainingWh, fullWh)
  // Power that falls evenly with what is stored falls exponentially with time.
  const reached = knee + (1 - power(from) * Math.exp(-falls * slowly)) / falls
  return Math.min(remainingWh, (reached - begins) / inShares)
}

/** The power it takes as a share of its full one, by its state of charge above the knee. */
function taperOf(powerType: PowerType | null) {
  const knee = powerType === 'DC' ? KNEE.dc : KNEE.ac
  const falls = (1 - TRICKLE) / (1 - knee)
  return { knee, falls, power: (soc: number): number => 1 - falls * (soc - knee) }
}
