import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'

/** What a till is called, such as "Kassa 1". */
export const tillName = z.string().trim().min(1, 'Give the till a name.').max(60)

/** A cash drawer at a desk. */
export const till = z.object({
  id,
  name: tillName,
  archivedAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
})
export type Till = z.infer<typeof till>
