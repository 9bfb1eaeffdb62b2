import { z } from 'zod'
import { id } from '../domain/id/id.ts'
import { temporaryLimit, temporaryLimitWords } from '../domain/site/temporary-limit.ts'
import { instant } from '../time/instant-schema.ts'
import { procedure } from './refusal.ts'

const tags = ['site']

export const limitContract = {
  list: procedure
    .route({
      method: 'GET',
      path: '/limits',
      tags,
      summary: 'The temporary limits that hold now or later',
    })
    .output(z.object({ rows: z.array(temporaryLimit) })),
  set: procedure
    .route({
      method: 'POST',
      path: '/limits',
      tags,
      successStatus: 201,
      summary: 'Limit the site for a while',
      description:
        'Given without `from` it holds at once. The chargers are told within seconds; the answer names the promises that can’t be kept under it.',
    })
    .errors({
      LIMIT_PAST: { status: 409, message: 'That time is over already. Give an end that is ahead.' },
    })
    .input(
      z.strictObject({
        limitW: temporaryLimitWords.shape.limitW,
        from: instant.optional(),
        until: instant,
        reason: temporaryLimitWords.shape.reason,
      }),
    )
    .output(
      z.object({
        limit: temporaryLimit,
        unkept: z.array(z.object({ bookingId: id, shortfallWh: z.int() })),
      }),
    ),
  lift: procedure
    .route({
      method: 'POST',
      path: '/limits/{id}/lift',
      tags,
      summary: 'Take a temporary limit back before its time',
    })
    .input(z.strictObject({ id }))
    .output(temporaryLimit),
}
