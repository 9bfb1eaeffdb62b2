import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'

/** What somebody at the desk wants: as much as goes in, so much energy, or whatever flows until then. */
export const walkUpNeed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('full') }),
  z.strictObject({ kind: z.literal('energy'), energyWh: z.int().min(1).max(2_000_000) }),
  z.strictObject({ kind: z.literal('until'), at: instant }),
])
export type WalkUpNeed = z.infer<typeof walkUpNeed>
