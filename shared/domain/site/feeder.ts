import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'
import { phaseLimitDa } from './grid.ts'

/** What people tell of a feeder: a cable or fuse board that several stations share. */
export const feederWords = z.strictObject({
  name: z.string().trim().min(1, 'Give the feeder a name.').max(60),
  parentId: id.nullable().describe('The feeder it hangs on; null: the site’s own connection'),
  limitW: z.int().min(1_000).max(100_000_000).nullable(),
  limitDa: phaseLimitDa.nullable().describe('Each phase, 0.1 A'),
})
export type FeederWords = z.infer<typeof feederWords>

/** A part of the site's wiring with a limit of its own. */
export const feeder = z.object({
  id,
  ...feederWords.shape,
  createdAt: instant,
  updatedAt: instant,
})
export type Feeder = z.infer<typeof feeder>
