import { z } from 'zod'
import { id } from '../domain/id/id.ts'
import { feeder, feederWords } from '../domain/site/feeder.ts'
import { procedure } from './refusal.ts'

const tags = ['site']
const byId = z.strictObject({ id })

const inALoop = {
  FEEDER_LOOP: {
    status: 409,
    message: 'A feeder can’t hang on itself or on one that hangs on it. Choose another.',
  },
} as const

export const feederContract = {
  list: procedure
    .route({ method: 'GET', path: '/feeders', tags, summary: 'The feeders of the site' })
    .output(z.object({ rows: z.array(feeder) })),
  create: procedure
    .route({
      method: 'POST',
      path: '/feeders',
      tags,
      successStatus: 201,
      summary: 'Add a feeder: a cable or fuse board that several stations share',
    })
    .input(feederWords.extend({ id: id.optional() }))
    .output(feeder),
  update: procedure
    .route({ method: 'PATCH', path: '/feeders/{id}', tags, summary: 'Change a feeder' })
    .errors(inALoop)
    .input(byId.extend(feederWords.partial().shape))
    .output(feeder),
  remove: procedure
    .route({
      method: 'DELETE',
      path: '/feeders/{id}',
      tags,
      summary: 'Remove a feeder; what hung on it hangs on its parent from then on',
    })
    .input(byId)
    .output(feeder),
}
