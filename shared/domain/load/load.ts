import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'

/** The steps a load curve comes in; days and months are the site's own. */
export const loadStep = z.enum(['minute', 'quarter', 'hour', 'day', 'month'])
export type LoadStep = z.infer<typeof loadStep>

/** What a curve is of. `building` is the base load where a live meter tells it. */
export const loadScope = z.enum(['site', 'feeder', 'station', 'connector', 'building'])
export type LoadScope = z.infer<typeof loadScope>

/**
 * What is odd about a step: `missing` nothing is known of a part of it; `estimated` the register moved while nothing
 * was told, and its energy was spread evenly; `clockSuspect` the charger's clock can't be right, so the time of receipt
 * was taken; `late` it was told long after.
 */
export const loadMark = z.enum(['missing', 'estimated', 'clockSuspect', 'late'])
export type LoadMark = z.infer<typeof loadMark>

/** One line of a curve; arrays have one value a step, null where nothing is known. */
export const loadLine = z.object({
  key: z.string().describe('The id of what it is of, `site`, or `L1`, `L2`, `L3`'),
  energyWh: z
    .array(z.int().nullable())
    .describe('Charged in the step; all steps add up to the registers. Null in lines of a phase'),
  maxW: z
    .array(z.int().nullable())
    .describe('The greatest power told in the step; of several chargers, of their minutes’ means'),
  meanDa: z
    .array(z.int().nullable())
    .nullable()
    .describe('Mean current, 0.1 A; only for lines of a phase'),
  knownPct: z
    .array(z.int())
    .describe('How much of the step is known or estimated, 0 to 100; what is to come is not'),
})
export type LoadLine = z.infer<typeof loadLine>

/** A load curve. */
export const loadCurve = z.object({
  startsAt: z.array(instant).describe('When each step begins'),
  endsAt: instant.describe('When the last one ends'),
  lines: z.array(loadLine),
  marks: z.array(z.object({ from: instant, until: instant, mark: loadMark })),
})
export type LoadCurve = z.infer<typeof loadCurve>

/** A step with a high mean power. */
export const loadPeak = z.object({
  at: instant,
  meanW: z.int(),
  maxW: z.int().nullable(),
  energyWh: z.int(),
})
export type LoadPeak = z.infer<typeof loadPeak>

/** For which share of the time at least that much was drawn. */
export const durationPoint = z.object({ sharePct: z.number(), meanW: z.int() })
export type DurationPoint = z.infer<typeof durationPoint>
