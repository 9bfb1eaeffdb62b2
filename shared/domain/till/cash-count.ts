import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor } from '../bill/bill.ts'
import { id } from '../id/id.ts'

/** How many there are of a note or coin. */
export const pieces = z.strictObject({
  valueMinor: z.int().min(1).max(100_000_000),
  pieces: z.int().min(0).max(100_000),
})
export type Pieces = z.infer<typeof pieces>

/** A drawer as it was counted, each value once; what isn't there may be left out. */
export const denominations = z
  .array(pieces)
  .max(40)
  .refine(
    (rows) => new Set(rows.map(({ valueMinor }) => valueMinor)).size === rows.length,
    'Give each note and coin once.',
  )

/** `opening` the float, `spot` between times, `closing` before the Z report. */
export const countPurpose = z.enum(['opening', 'spot', 'closing'])
export type CountPurpose = z.infer<typeof countPurpose>

/** One count of a drawer. Never changed: who counts again makes another. */
export const cashCount = z.object({
  id,
  shiftId: id,
  purpose: countPurpose,
  denominations: z.array(pieces),
  totalMinor: amountMinor,
  expectedMinor: amountMinor.describe('What should have been there just then'),
  by: z.string(),
  at: instant,
})
export type CashCount = z.infer<typeof cashCount>

/** What counted pieces come to, minor units. */
export function totalOf(rows: readonly Pieces[]): number {
  return rows.reduce((sum, row) => sum + row.valueMinor * row.pieces, 0)
}
