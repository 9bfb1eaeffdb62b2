import { z } from 'zod'
import { refusedLine } from '../domain/series/series-file.ts'
import { instant } from '../time/instant-schema.ts'
import { procedure } from './refusal.ts'

const tags = ['site']

/** What a series tells: the building's load (W) or the price of energy (minor units per MWh). */
export const seriesKind = z.enum(['base', 'price'])
export type SeriesKind = z.infer<typeof seriesKind>

const step = z.object({ startsAt: instant, endsAt: instant, value: z.int() })

export const seriesContract = {
  get: procedure
    .route({
      method: 'GET',
      path: '/series/{kind}',
      tags,
      summary: 'The imported base load or prices of a while',
    })
    .input(
      z.strictObject({
        kind: seriesKind,
        from: z.coerce.number().int(),
        until: z.coerce.number().int(),
      }),
    )
    .output(z.object({ rows: z.array(step) })),
  preview: procedure
    .route({
      method: 'POST',
      path: '/series/{kind}/preview',
      tags,
      summary: 'What a CSV file would bring, without taking it in',
    })
    .input(z.strictObject({ kind: seriesKind, text: z.string().max(20_000_000) }))
    .output(
      z.object({
        count: z.int(),
        from: instant.nullable(),
        until: instant.nullable(),
        lowest: z.int().nullable(),
        highest: z.int().nullable(),
        replaced: z.int().describe('How many steps that are there already it would replace'),
        unit: z.string().describe('In what the values were taken to be, such as `kWh`'),
        unitTold: z
          .boolean()
          .describe('False when no heading tells the unit, so the usual one is meant'),
        curve: z
          .array(z.int().nullable())
          .describe('Means of up to 240 equal stretches from `from` to `until`; null in a gap'),
        refused: z.array(refusedLine).describe('The first hundred'),
        refusedCount: z.int(),
      }),
    ),
  import: procedure
    .route({
      method: 'POST',
      path: '/series/{kind}',
      tags,
      summary: 'Take in a CSV file of the building’s load or of hour prices',
      description:
        'A column tells when and one how much; a third may tell the end of each step or the time of day. Times with an offset count as they are, others by the site’s clock; W, kW, kWh per step, öre/kWh, kr/kWh or EUR/MWh by the heading, kW and the site’s money per kWh without one. What it covers replaces what was there.',
    })
    .errors({
      SERIES_EMPTY: {
        status: 409,
        message: 'No line of the file could be read. See the preview for what is wrong with each.',
      },
    })
    .input(z.strictObject({ kind: seriesKind, text: z.string().max(20_000_000) }))
    .output(z.object({ count: z.int(), refusedCount: z.int() })),
  clear: procedure
    .route({
      method: 'DELETE',
      path: '/series/{kind}',
      tags,
      summary: 'Forget the imported base load or prices',
    })
    .input(z.strictObject({ kind: seriesKind }))
    .output(z.object({ count: z.int() })),
}
