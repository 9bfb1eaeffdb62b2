import { z } from 'zod'

/** What an hour of the day draws, W; 24 of them, from midnight by the site's clock. */
const hourly = z.array(z.int().min(0).max(100_000_000)).length(24)

/**
 * How the building's own load is known: not at all, always the same, by the hour of the day, from an imported file,
 * or from a live meter whose readings come over the contract.
 */
export const baseLoad = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('constant'), powerW: z.int().min(0).max(100_000_000) }),
  z.strictObject({
    kind: z.literal('profile'),
    weekdayW: hourly.describe('Monday to Friday'),
    weekendW: hourly,
  }),
  z.strictObject({ kind: z.literal('series') }),
  z.strictObject({ kind: z.literal('meter') }),
])
export type BaseLoad = z.infer<typeof baseLoad>
