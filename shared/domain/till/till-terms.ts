import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor } from '../bill/bill.ts'

const limit = amountMinor.min(0).max(99_999_999_99).nullable()

/** What people may change of how tills are kept. A limit that is null lets everything pass; above one a supervisor does. */
export const tillTermsWords = z.strictObject({
  refundLimitMinor: limit.describe('All refunds of a bill'),
  refundsPerShiftLimitMinor: limit.describe('All refunds of a shift'),
  voidLimitMinor: limit.describe('All that a bill is made less by hand, or given away of it'),
  varianceLimitMinor: limit.describe('What a drawer may be off by at a close'),
  denominations: z
    .record(z.string().regex(/^[A-Z]{3}$/), z.array(z.int().min(1)).max(40))
    .describe('Notes and coins by currency, minor units; the common currencies are known'),
})
export type TillTermsWords = z.infer<typeof tillTermsWords>

/** How tills are kept, one row. */
export const tillTerms = z.object({
  id: z.literal('tillTerms'),
  ...tillTermsWords.shape,
  updatedAt: instant,
})
export type TillTerms = z.infer<typeof tillTerms>

/** What a site begins with, of a currency with two decimals: 500, 2,000, 500 and 100. */
export const firstTillTerms: TillTermsWords = {
  refundLimitMinor: 50_000,
  refundsPerShiftLimitMinor: 200_000,
  voidLimitMinor: 50_000,
  varianceLimitMinor: 10_000,
  denominations: {},
}
