import { z } from 'zod'
import { chargingRateUnit } from '../charging-profile/charging-profile.ts'
import type { Capability } from './capability.ts'

/** How a charger is told: at which stack level, in which unit, in how many periods. */
export const manner = z.object({
  stackLevel: z.int(),
  unit: chargingRateUnit,
  maxPeriods: z.int(),
  isOther: z.boolean().describe('Whether the unit is the second one tried'),
})
export type Manner = z.infer<typeof manner>

/**
 * How it is tried first: as the charger says that it can be told.
 * @param isDc of direct current the amperes would be the car's own, so watts are better where they are taken
 */
export function firstManner(
  { maxStackLevel, units, maxPeriods }: Capability,
  isDc: boolean,
): Manner {
  const unit = isDc && units.includes('W') ? 'W' : (units[0] ?? 'A')
  return { stackLevel: maxStackLevel, unit, maxPeriods, isOther: false }
}

/**
 * How it is tried next where a charger has refused. Some refuse their own highest stack level, so that is lowered: by
 * one at first, then by half. At the lowest a single period is tried, and then all of it in the other unit where that is
 * allowed. Null when nothing is left to try.
 */
export function nextManner(
  tried: Manner,
  { units, maxStackLevel, maxPeriods: allPeriods }: Capability,
): Manner | null {
  const { stackLevel, unit, maxPeriods } = tried
  if (stackLevel === maxStackLevel && stackLevel > 0)
    return { ...tried, stackLevel: stackLevel - 1 }
  if (stackLevel > 0) return { ...tried, stackLevel: Math.floor(stackLevel / 2) }
  if (maxPeriods > 1) return { ...tried, stackLevel: maxStackLevel, maxPeriods: 1 }
  const other = units.find((candidate) => candidate !== unit)
  if (other === undefined || tried.isOther) return null
  return { stackLevel: maxStackLevel, unit: other, maxPeriods: allPeriods, isOther: true }
}
