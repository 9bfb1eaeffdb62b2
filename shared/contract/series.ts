import { z } from 'zod'
import { instant } from '../time/instant-schema.ts'
import { procedure } from './refusal.ts'

const tags = ['site']

/** What a series tells: the building's load (W) or the price of energy (minor units per MWh). */
export const seriesKind = z.enum(['base', 'price'])
export type SeriesKind = z.infer<typeof seriesKind>

const step = z.object({ startsAt: instant, endsAt: instant, value: z.int() })

const refusedLine = z.object({
  line: z.int(),
  text: z.string(),
  reason: z.enum(['time', 'value', 'columns', 'outOfOrder', 'gapInClock']),
})

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
        refused: z.array(refusedLine),
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
        'Two columns: when, and how much. Times with an offset count as they are, others by the site’s clock; kW, W, kWh per step, öre/kWh, kr/kWh or per MWh by the heading.',
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
