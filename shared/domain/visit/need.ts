import { z } from 'zod'
import { CHARGING_EFFICIENCY, energyNeed, type EnergyNeed } from '../booking/need.ts'

/** How much a driver wants, in a driver's words: as much as goes in, energy, a state of charge, or how far to go. */
export const visitNeed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('full') }),
  ...energyNeed.options,
  z.strictObject({
    kind: z.literal('distance'),
    km: z.int().min(1).max(2_000),
    whPerKm: z.int().min(80).max(1_500).describe('What the car takes from its battery, Wh a km'),
  }),
])
export type VisitNeed = z.infer<typeof visitNeed>

/** What a booking of that need is to bring; null: as much as there is time for. */
export function energyNeedOf(need: VisitNeed): EnergyNeed | null {
  switch (need.kind) {
    case 'full':
      return null
    case 'distance':
      return {
        kind: 'energy',
        energyWh: Math.ceil((need.km * need.whPerKm) / CHARGING_EFFICIENCY),
      }
    default:
      return need
  }
}
