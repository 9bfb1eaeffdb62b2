import { z } from 'zod'
import { baseLoad } from './base-load.ts'
import { priceSignal } from './price-signal.ts'

/** What the plan is to be: as even as it goes, or as cheap as it goes under the price signal. */
export const planObjective = z.enum(['flattest', 'cheapest'])
export type PlanObjective = z.infer<typeof planObjective>

/** A current limit of each phase, 0.1 A. */
export const phaseLimitDa = z.int().min(60).max(1_000_000)

/** What the grid connection bears and what lies on it. */
export const gridTerms = z.strictObject({
  gridLimitW: z
    .int()
    .min(1_000)
    .max(100_000_000)
    .nullable()
    .describe('What the grid connection bears, W; null when not told as power'),
  gridLimitDa: phaseLimitDa
    .nullable()
    .describe('What each phase of it is fused at, 0.1 A; null when not told. Both limits hold'),
  voltageV: z.int().min(100).max(480).describe('Phase to neutral'),
  reservePct: z.int().min(0).max(50).describe('Share of the limit that planning leaves alone'),
  baseLoad,
  priceSignal,
  planObjective,
  controlsChargers: z
    .boolean()
    .describe('Whether plans are sent to the chargers; without it they are only shown'),
})
export type GridTerms = z.infer<typeof gridTerms>

/** What a site begins with: no limit is known, so nothing is held back. */
export const firstGridTerms: GridTerms = {
  gridLimitW: null,
  gridLimitDa: null,
  voltageV: 230,
  reservePct: 5,
  baseLoad: { kind: 'none' },
  priceSignal: { kind: 'none' },
  planObjective: 'flattest',
  controlsChargers: true,
}
