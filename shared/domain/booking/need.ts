import { z } from 'zod'
import { HOUR } from '../../time/instant.ts'

const percent = z.number().min(0).max(100)

/** How much a booking is to bring: energy, or a battery from one state of charge to another. */
export const energyNeed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('energy'), energyWh: z.int().min(1).max(2_000_000) }),
  z
    .strictObject({
      kind: z.literal('soc'),
      batteryWh: z.int().min(1_000).max(2_000_000),
      arrivalPct: percent,
      departurePct: percent,
    })
    .refine(
      ({ arrivalPct, departurePct }) => departurePct > arrivalPct,
      'The state of charge at departure has to be above the one at arrival.',
    ),
])
export type EnergyNeed = z.infer<typeof energyNeed>

/** What is lost between the meter and the battery: a car takes more than its battery gains. */
export const CHARGING_EFFICIENCY = 0.9

/** The need at the meter, whole Wh. */
export function needWh(need: EnergyNeed): number {
  if (need.kind === 'energy') return need.energyWh
  const { batteryWh, arrivalPct, departurePct } = need
  return Math.ceil((batteryWh * (departurePct - arrivalPct)) / 100 / CHARGING_EFFICIENCY)
}

/** What can flow within a window at that power, whole Wh. */
export function mostWh(powerW: number, windowMs: number): number {
  return Math.floor((powerW * Math.max(0, windowMs)) / HOUR)
}
