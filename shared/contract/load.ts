import { z } from 'zod'
import { id } from '../domain/id/id.ts'
import { durationPoint, loadCurve, loadPeak, loadScope, loadStep } from '../domain/load/load.ts'
import { instant } from '../time/instant-schema.ts'
import { procedure } from './refusal.ts'

const tags = ['load']

/** Whose load, from when until when. */
const stretch = {
  scope: loadScope.default('site'),
  id: id.optional().describe('Of the feeder, station or connector'),
  from: z.coerce.number().int().describe('Epoch ms'),
  until: z.coerce.number().int().describe('Epoch ms'),
}

const tooMuch = {
  LOAD_TOO_FINE: {
    status: 409,
    message: 'That is more than can be shown at once. Ask for a shorter time or for longer steps.',
    data: z.object({ steps: z.int(), most: z.int() }),
  },
} as const

export const loadContract = {
  curve: procedure
    .route({
      method: 'GET',
      path: '/load',
      tags,
      summary: 'What was drawn, step by step',
      description:
        'Energy of all steps adds up to the chargers’ registers. What is missing, estimated or doubtful is marked.',
    })
    .errors(tooMuch)
    .input(
      z.strictObject({
        ...stretch,
        step: loadStep.default('quarter'),
        split: z
          .enum(['none', 'feeder', 'station', 'connector', 'phase'])
          .default('none')
          .describe(
            'A line for each of them; by feeder those that hang on it themselves, and what hangs on none of these under the id asked for or `site`',
          ),
      }),
    )
    .output(loadCurve),
  peaks: procedure
    .route({
      method: 'GET',
      path: '/load/peaks',
      tags,
      summary: 'The highest steps, the highest first, at most one a day',
    })
    .errors(tooMuch)
    .input(
      z.strictObject({
        ...stretch,
        step: z.enum(['quarter', 'hour']).default('quarter'),
        limit: z.coerce.number().int().min(1).max(100).default(10),
      }),
    )
    .output(z.object({ rows: z.array(loadPeak) })),
  duration: procedure
    .route({
      method: 'GET',
      path: '/load/duration',
      tags,
      summary: 'For how much of the time how much was drawn',
    })
    .errors(tooMuch)
    .input(
      z.strictObject({
        ...stretch,
        step: z.enum(['quarter', 'hour']).default('hour'),
        points: z.coerce.number().int().min(10).max(500).default(200),
      }),
    )
    .output(z.object({ points: z.array(durationPoint), knownPct: z.int() })),
  reportBuilding: procedure
    .route({
      method: 'POST',
      path: '/load/building',
      tags,
      summary: 'Tell what the building draws now: its live meter speaks here',
    })
    .input(
      z.strictObject({
        readings: z
          .array(
            z.strictObject({
              measuredAt: instant,
              powerW: z.int().min(-100_000_000).max(100_000_000),
              currentDa: z
                .tuple([z.int(), z.int(), z.int()])
                .optional()
                .describe('On each phase, 0.1 A'),
            }),
          )
          .min(1)
          .max(2_000),
      }),
    )
    .output(z.object({ taken: z.int() })),
}
