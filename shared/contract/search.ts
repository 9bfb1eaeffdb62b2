import { z } from 'zod'
import { searchHit } from '../domain/search/search-hit.ts'
import { procedure } from './refusal.ts'

export const searchContract = {
  find: procedure
    .route({
      method: 'GET',
      path: '/search',
      tags: ['desk'],
      summary: 'Whatever is called so: the one search box',
      description:
        'By plate, phone, a card’s last four digits, receipt number, transaction number, connector, customer, or the start of an id. What is here now comes first, then what was typed in full.',
    })
    .input(
      z.strictObject({
        text: z.string().trim().max(60),
        limit: z.coerce.number().int().min(1).max(50).default(12),
      }),
    )
    .output(z.object({ hits: z.array(searchHit) })),
}
