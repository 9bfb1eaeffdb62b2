import { z } from 'zod'
import { id } from '../domain/id/id.ts'
import { endingReason, transaction } from '../domain/transaction/transaction.ts'
import { instant } from '../time/instant-schema.ts'
import { cursor, page, pageQuery, procedure } from './refusal.ts'

const tags = ['transactions']

/** A point of a meter curve. Null where the charger told nothing. */
export const curvePoint = z.object({
  at: instant,
  powerW: z.int().nullable(),
  energyWh: z.int().nullable().describe('The register, not the transaction’s share of it'),
  socPct: z.number().nullable(),
})
export type CurvePoint = z.infer<typeof curvePoint>

const atQuery = z.coerce.number().int()

export const transactionContract = {
  list: procedure
    .route({ method: 'GET', path: '/transactions', tags, summary: 'Transactions, newest first' })
    .input(
      z.strictObject({
        ...pageQuery,
        after: cursor(/^-?\d+~/),
        stationId: id.optional(),
        state: z.enum(['active', 'finished']).optional(),
        idToken: z.string().max(20).optional(),
        from: atQuery.optional().describe('Started at or after'),
        until: atQuery.optional().describe('Started before'),
        search: z
          .string()
          .max(100)
          .optional()
          .describe('In station name, charge point id, id token or number'),
      }),
    )
    .output(page(transaction)),
  get: procedure
    .route({ method: 'GET', path: '/transactions/{id}', tags, summary: 'One transaction' })
    .input(z.strictObject({ id }))
    .output(transaction),
  end: procedure
    .route({
      method: 'POST',
      path: '/transactions/{id}/end',
      tags,
      summary: 'End a transaction whose charger can’t be made to',
      description:
        'It ends where it was last measured. A StopTransaction that comes after all still brings its own figures. To stop a charger that is connected, send it a RemoteStopTransaction.',
    })
    .errors({
      TRANSACTION_FINISHED: { status: 409, message: 'This transaction has ended already.' },
      TRANSACTION_STOPPABLE: {
        status: 409,
        message:
          'The charger is connected. Stop the transaction on it first; once the charger has refused or not answered, it can be ended by hand.',
        data: z.object({ stationId: id, ocppTransactionId: z.int() }),
      },
    })
    .input(z.strictObject({ id, reason: endingReason }))
    .output(transaction),
  curve: procedure
    .route({
      method: 'GET',
      path: '/transactions/{id}/curve',
      tags,
      summary: 'Its meter curve, at most `points` points',
    })
    .input(z.strictObject({ id, points: z.coerce.number().int().min(2).max(2_000).default(600) }))
    .output(z.object({ points: z.array(curvePoint) })),
  stationCurve: procedure
    .route({
      method: 'GET',
      path: '/stations/{stationId}/curve',
      tags,
      summary: 'A station’s power over a stretch of time, per connector',
    })
    .input(
      z.strictObject({
        stationId: id,
        from: atQuery,
        until: atQuery,
        points: z.coerce.number().int().min(2).max(2_000).default(600),
      }),
    )
    .output(
      z.object({
        connectors: z.array(z.object({ connectorId: z.int(), points: z.array(curvePoint) })),
      }),
    ),
  readings: procedure
    .route({
      method: 'GET',
      path: '/transactions/{id}/readings',
      tags,
      summary: 'Its meter readings as normalised, oldest first',
    })
    .input(z.strictObject({ id, ...pageQuery, after: cursor(/^-?\d+~/) }))
    .output(
      page(
        z.object({
          measuredAt: instant,
          receivedAt: instant,
          context: z.string(),
          energyWh: z.int().nullable(),
          powerW: z.int().nullable(),
          socPct: z.number().nullable(),
          currentDa: z.array(z.int().nullable()).describe('L1, L2, L3'),
          other: z.unknown(),
          notes: z.array(z.string()),
        }),
      ),
    ),
}
