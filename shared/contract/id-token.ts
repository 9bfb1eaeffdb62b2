import { z } from 'zod'
import { id } from '../domain/id/id.ts'
import { idToken, idTokenInput } from '../domain/id-token/id-token.ts'
import { page, pageQuery, procedure } from './refusal.ts'

const tags = ['id tokens']

export const idTokenContract = {
  list: procedure
    .route({ method: 'GET', path: '/id-tokens', tags, summary: 'Id tokens, by their text' })
    .input(
      z.strictObject({
        ...pageQuery,
        search: z.string().max(100).optional().describe('In token, label, group'),
        vehicleId: id.optional(),
        customerId: id.optional().describe('Those of the customer’s vehicles too'),
      }),
    )
    .output(page(idToken)),
  put: procedure
    .route({
      method: 'PUT',
      path: '/id-tokens',
      tags,
      summary: 'Add a token, or change the one with that text',
    })
    .input(idTokenInput)
    .output(idToken),
  remove: procedure
    .route({
      method: 'DELETE',
      path: '/id-tokens/{id}',
      tags,
      summary: 'Remove a token; its transactions stay',
    })
    .input(z.strictObject({ id }))
    .output(idToken),
}
