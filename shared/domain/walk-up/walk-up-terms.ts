import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor } from '../bill/bill.ts'
import { walkUpPayKind } from './pay.ts'

/** What a desk offers where nothing else is said. */
export const defaultNeed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('full') }),
  z.strictObject({ kind: z.literal('energy'), energyWh: z.int().min(1).max(2_000_000) }),
  z.strictObject({ kind: z.literal('for'), stayMin: z.int().min(15).max(1_440) }),
])

/** What people may change of how walk-ups are taken in. */
export const walkUpTermsWords = z.strictObject({
  pays: z.array(walkUpPayKind).min(1).describe('The ways of paying that the desk offers'),
  startsBeforePaid: z
    .boolean()
    .describe('Charging starts at once, while the payer is still being asked'),
  holdMinor: amountMinor
    .min(0)
    .describe('Held on a card; 0: as the payment terms have it, or by the estimate'),
  defaultNeed,
  fullStayMin: z
    .int()
    .min(15)
    .max(1_440)
    .describe('For how long a car that wants all it can take is thought to stay'),
  mostStayMin: z.int().min(15).max(10_080).describe('Nobody is taken in for longer'),
  waitForCarMin: z
    .int()
    .min(2)
    .max(240)
    .describe('Where no car is plugged in for so long, the walk-up is over and money goes back'),
})
export type WalkUpTermsWords = z.infer<typeof walkUpTermsWords>

/** How walk-ups are taken in, one row. */
export const walkUpTerms = z.object({
  id: z.literal('walkUpTerms'),
  ...walkUpTermsWords.shape,
  updatedAt: instant,
})
export type WalkUpTerms = z.infer<typeof walkUpTerms>

/** What a site begins with. */
export const firstWalkUpTerms: WalkUpTermsWords = {
  pays: ['ask', 'hold', 'take', 'later'],
  startsBeforePaid: false,
  holdMinor: 0,
  defaultNeed: { kind: 'full' },
  fullStayMin: 180,
  mostStayMin: 1_440,
  waitForCarMin: 15,
}
