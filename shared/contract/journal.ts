import { z } from 'zod'
import { journalEntry } from '../domain/journal/journal.ts'
import { cursor, page, pageQuery, procedure } from './refusal.ts'

export const journalContract = {
  list: procedure
    .route({
      method: 'GET',
      path: '/journal',
      tags: ['journal'],
      summary: 'Who did what, newest first',
    })
    .input(
      z.strictObject({
        ...pageQuery,
        after: cursor(/^\d+$/),
        noun: z.string().max(50).optional(),
        nounId: z.string().max(100).optional(),
      }),
    )
    .output(page(journalEntry)),
}
