import { z } from 'zod'
import { chargingRateUnit } from '../charging-profile/charging-profile.ts'
import type { Capability } from './capability.ts'

/** How a charger is told: at which stack level, in which unit, in how many periods. */
export const manner = z.object({
  stackLevel: z.int(),
  unit: chargingRateUnit,
  maxPeriods: z.int(),
})
export type Manner = z.infer<typeof manner>

/** How it is tried first: as the charger says that it can be told. */
export function firstManner({ maxStackLevel, units, maxPeriods }: Capability): Manner {
  return { stackLevel: maxStackLevel, unit: units[0] ?? 'A', maxPeriods }
}

/**
 * How it is tried next where a charger has refused. Some refuse their own highest stack level, so that is lowered: by
 * one at first, then by half. At the lowest the other unit is tried, where it is allowed, and at last a single period.
 * Null when nothing is left to try.
 */
export function nextManner(tried: Manner, { units, maxStackLevel }: Capability): Manner | null {
  const { stackLevel, unit, maxPeriods } = tried
  if (stackLevel === maxStackLevel && stackLevel > 0)
    return { ...tried, stackLevel: stackLevel - 1 }
  if (stackLevel > 0) return { ...tried, stackLevel: Math.floor(stackLevel / 2) }
  const other = units[units.indexOf(unit) + 1]
  if (other !== undefined) return { ...tried, unit: other, stackLevel: maxStackLevel }
  if (maxPeriods > 1) return { stackLevel: maxStackLevel, unit: units[0] ?? 'A', maxPeriods: 1 }
  return null
}
