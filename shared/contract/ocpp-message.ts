import { z } from 'zod'
import { id } from '../domain/id/id.ts'
import { ocppMessage } from '../domain/ocpp-message/ocpp-message.ts'
import { cursor, page, pageQuery, procedure } from './refusal.ts'

export const ocppMessageContract = {
  list: procedure
    .route({
      method: 'GET',
      path: '/ocpp-messages',
      tags: ['wire log'],
      summary: 'The wire log, newest first',
    })
    .input(
      z.strictObject({
        ...pageQuery,
        after: cursor(/^\d+$/),
        stationId: id.optional(),
        chargePointId: z.string().max(200).optional(),
        action: z.string().max(50).optional(),
        direction: z.enum(['in', 'out']).optional(),
        trouble: z
          .stringbool()
          .or(z.boolean())
          .optional()
          .describe('Only what did not end in a result'),
        search: z.string().max(100).optional().describe('In the request or the response'),
        from: z.coerce.number().int().optional(),
        until: z.coerce.number().int().optional(),
      }),
    )
    .output(page(ocppMessage)),
}
