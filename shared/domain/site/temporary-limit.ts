import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'

/** What is told of a limit that holds for a while: "80 kW until 19:00". */
export const temporaryLimitWords = z
  .strictObject({
    limitW: z.int().min(0).max(100_000_000).describe('For the whole site, the building included'),
    from: instant,
    until: instant,
    reason: z.string().trim().max(200).default(''),
  })
  .refine(({ from, until }) => until > from, 'The limit has to end after it begins.')
export type TemporaryLimitWords = z.infer<typeof temporaryLimitWords>

/** A limit of the whole site for a while; of several at once the lowest holds. Never above the connection's own. */
export const temporaryLimit = z.object({
  id,
  limitW: z.int(),
  from: instant,
  until: instant,
  reason: z.string(),
  setBy: z.string(),
  createdAt: instant,
  liftedAt: instant.nullable().describe('When it was taken back before its time'),
})
export type TemporaryLimit = z.infer<typeof temporaryLimit>
