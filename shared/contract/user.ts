import { z } from 'zod'
import { id } from '../domain/id/id.ts'
import { newPin } from '../domain/user/pin.ts'
import { user } from '../domain/user/user.ts'
import { procedure } from './refusal.ts'

const tags = ['users']
const byId = z.strictObject({ id })

const lastOne = {
  LAST_SUPERVISOR: {
    status: 409,
    message: 'That is the only supervisor. Make somebody else one first.',
  },
} as const

export const userContract = {
  list: procedure
    .route({
      method: 'GET',
      path: '/users',
      tags,
      summary: 'Who works here, by name',
      description:
        'None: then every desk is open, and what it does stands in the journal as `desk`.',
    })
    .output(z.object({ rows: z.array(user).describe('Those who don’t any more included') })),
  create: procedure
    .route({
      method: 'POST',
      path: '/users',
      tags,
      successStatus: 201,
      summary: 'Add a user',
      description:
        'From the first on, who has to be a supervisor, every desk begins locked. A name is given once, and never changes.',
    })
    .errors({
      NAME_TAKEN: {
        status: 409,
        message:
          'That name is or was somebody’s. Add a letter, so that the journal tells them apart.',
        data: z.object({ userId: id, archived: z.boolean() }),
      },
      FIRST_SUPERVISOR: { status: 409, message: 'The first user has to be a supervisor.' },
    })
    .input(
      z.strictObject({
        name: user.shape.name,
        role: user.shape.role,
        language: user.shape.language.default(null),
        pin: newPin,
      }),
    )
    .output(user),
  update: procedure
    .route({
      method: 'PATCH',
      path: '/users/{id}',
      tags,
      summary: 'Change a user’s role or language',
    })
    .errors(lastOne)
    .input(
      byId.extend({
        role: user.shape.role.optional(),
        language: user.shape.language.optional(),
      }),
    )
    .output(user),
  archive: procedure
    .route({
      method: 'POST',
      path: '/users/{id}/archive',
      tags,
      summary: 'Let a user go; their desks lock at once, and their name stays in the journal',
    })
    .errors(lastOne)
    .input(byId)
    .output(user),
  restore: procedure
    .route({
      method: 'POST',
      path: '/users/{id}/restore',
      tags,
      summary: 'Take a user in again, with the PIN they had',
    })
    .input(byId)
    .output(user),
  setPin: procedure
    .route({
      method: 'PUT',
      path: '/users/{id}/pin',
      tags,
      summary: 'Give a user another PIN, where they have forgotten theirs',
      description: 'Their desks lock at once, and wrong PINs are forgotten.',
    })
    .input(byId.extend({ pin: newPin }))
    .output(user),
}
