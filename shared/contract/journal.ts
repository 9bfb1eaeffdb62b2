import { z } from 'zod'
import { journalEntry } from '../domain/journal/journal.ts'
import { cursor, page, pageQuery, procedure } from './refusal.ts'

const at = z.coerce.number().int()

/** What may be asked of the journal. */
export const journalQuery = z.strictObject({
  ...pageQuery,
  after: cursor(/^-?\d+~\d+$/),
  actor: z.string().max(100).optional().describe('Who did it, as it stands there'),
  act: z.string().max(60).optional().describe('Such as `booking.move`'),
  noun: z.string().max(50).optional(),
  nounId: z.string().max(100).optional(),
  from: at.optional().describe('At or after, epoch ms'),
  until: at.optional().describe('Before, epoch ms'),
  search: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe('Found anywhere in who, what, which, why, before and after, without case'),
})
export type JournalQuery = z.infer<typeof journalQuery>

export const journalContract = {
  list: procedure
    .route({
      method: 'GET',
      path: '/journal',
      tags: ['journal'],
      summary: 'Who did what, newest first',
      description:
        'Of much that does not fit, a page may have fewer lines than were asked for, even none, and a `next` all the same. Lines about money are left out for who may not see it.',
    })
    .input(journalQuery)
    .output(page(journalEntry)),
}
