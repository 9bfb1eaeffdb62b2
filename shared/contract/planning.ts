import { z } from 'zod'
import { id } from '../domain/id/id.ts'
import { criticalStretch } from '../domain/planning/stored-plan.ts'
import { instant } from '../time/instant-schema.ts'
import { procedure } from './refusal.ts'

const tags = ['planning']

const watts = z.number().min(0).max(1_000_000_000)
const perSlot = (value: z.ZodNumber) => z.union([value, z.array(value)])
const phase = z.enum(['L1', 'L2', 'L3'])

/** A session as it is asked about: times in slots, parts of a slot possible. */
const askedSession = z.strictObject({
  id: z.string().min(1).max(100).optional().describe('Its place in the list when left out'),
  arrive: z.number().min(0),
  depart: z.number().min(0),
  energyWh: z.number().min(0).max(100_000_000),
  maxW: watts,
  minW: watts.default(0).describe('It draws at least this or nothing'),
  phases: z
    .union([z.literal(1), z.literal(2), z.literal(3), z.array(phase).min(1).max(3)])
    .default(3)
    .describe('How many, from L1 on, or which'),
  feeder: z.string().nullable().default(null),
  priority: z.enum(['low', 'normal', 'high']).default('normal'),
  promised: z.boolean().default(true),
  suspendable: z.boolean().default(true).describe('Whether it charges again after a pause'),
  charging: z
    .boolean()
    .default(false)
    .describe('It charges already; one that can’t be paused goes on from its first slot'),
})

/** A planning question of its own, about no real cars. */
export const planningQuestion = z.strictObject({
  slotMinutes: z.int().min(1).max(1_440).default(15),
  slots: z.int().min(1).max(3_000),
  baseW: perSlot(watts).default(0),
  limitW: perSlot(watts).nullable().default(null),
  limitA: perSlot(z.number().min(0).max(100_000)).nullable().default(null).describe('Per phase'),
  voltageV: z.number().min(100).max(480).default(230),
  feeders: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(100),
        parent: z.string().nullable().default(null),
        limitW: perSlot(watts).nullable().default(null),
        limitA: perSlot(z.number().min(0).max(100_000)).nullable().default(null),
      }),
    )
    .max(500)
    .default([]),
  prices: z
    .array(z.number())
    .nullable()
    .default(null)
    .describe('Per MWh, minor units, in each slot'),
  sessions: z.array(askedSession).max(20_000),
  objective: z.enum(['flattest', 'cheapest']).optional().describe('Cheapest when there are prices'),
})
export type PlanningQuestion = z.infer<typeof planningQuestion>

const criticalSet = z.object({ slots: z.array(z.int()), feeders: z.array(z.string()) })

const badQuestion = {
  PLANNING_QUESTION: {
    status: 400,
    message: 'The question contradicts itself. See `faults`.',
    data: z.object({ faults: z.array(z.string()) }),
  },
} as const

const answer = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      firstSlot: z.int(),
      w: z.array(z.number()).describe('Power while it is there, slot by slot from `firstSlot`'),
      deliveredWh: z.number(),
      readyAt: z.number().nullable().describe('In slots'),
    }),
  ),
  loadW: z.array(z.number()),
  peakW: z.number(),
  provenMinimumW: z.number(),
  gap: z.number(),
  cost: z.number().nullable(),
  feasible: z.boolean(),
  critical: criticalSet,
  unmet: z.array(
    z.object({
      session: z.string(),
      shortfallWh: z.number(),
      because: z.enum(['window', 'limit']),
      critical: criticalSet,
    }),
  ),
})
export type PlanningAnswer = z.infer<typeof answer>

/** How a stretch of time is planned, slot by slot. */
const planningOutlook = z.object({
  startsAt: instant,
  slotMs: z.int(),
  baseW: z.array(z.int()),
  limitW: z.array(z.int()).nullable(),
  plannedW: z.array(z.int()),
  peakW: z.int(),
  provenPeakW: z.int(),
  critical: z.array(criticalStretch),
  unmet: z.array(z.object({ bookingId: id, shortfallWh: z.int() })),
})
export type PlanningOutlook = z.infer<typeof planningOutlook>

export const planningContract = {
  solve: procedure
    .route({ method: 'POST', path: '/planning/solve', tags, summary: 'Plan what is asked about' })
    .errors(badQuestion)
    .input(planningQuestion)
    .output(answer),
  offers: procedure
    .route({
      method: 'POST',
      path: '/planning/offers',
      tags,
      summary: 'The greatest energy for every start, with every session that is asked about kept',
    })
    .errors(badQuestion)
    .input(
      planningQuestion.extend({
        need: z.strictObject({
          arrive: z.number().min(0),
          depart: z.number().min(0),
          maxW: watts,
          phases: askedSession.shape.phases,
          feeder: askedSession.shape.feeder,
        }),
      }),
    )
    .output(
      z.object({
        firstSlot: z.int(),
        energyWh: z
          .array(z.number())
          .describe('The most that can be had from each start until `depart`'),
        kept: z
          .boolean()
          .describe('Whether the sessions asked about can all be kept to begin with'),
      }),
    ),
  outlook: procedure
    .route({
      method: 'GET',
      path: '/planning/outlook',
      tags,
      summary: 'How a stretch of time ahead is planned, further ahead than the plan itself reaches',
    })
    .input(
      z.strictObject({
        from: z.coerce.number().int(),
        until: z.coerce.number().int(),
      }),
    )
    .output(planningOutlook),
}
