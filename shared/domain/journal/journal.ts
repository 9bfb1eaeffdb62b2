import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'

/** One act that was saved: who did what to which row, why, and what it was before and after. */
export const journalEntry = z.object({
  id: z.int(),
  at: instant,
  actor: z.string().describe('A person’s name, `api`, `charger <id>` or `hub`'),
  act: z.string().describe('noun.verb, e.g. station.adopt'),
  noun: z.string(),
  nounId: z.string(),
  reason: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
})
export type JournalEntry = z.infer<typeof journalEntry>
