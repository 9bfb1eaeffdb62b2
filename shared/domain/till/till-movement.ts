import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor, type VatSum, vatSum } from '../bill/bill.ts'
import { id } from '../id/id.ts'
import { entryKind } from '../ledger/entry.ts'
import { paymentMeans } from '../payment/payment.ts'

/** The entries of the ledger that move something at a till. */
export const tillMovementKind = entryKind.extract([
  'paymentTaken',
  'refundGiven',
  'refundFailed',
  'floatTaken',
  'cashMoved',
  'varianceFound',
  'drawerEmptied',
])
export type TillMovementKind = z.infer<typeof tillMovementKind>

/**
 * An entry of the ledger that was made at a till, and the shift that it counts in. Its id is the entry's, so that it
 * counts once; what is entered while no shift is open counts in the next.
 */
export const tillMovement = z.object({
  id: z.int().min(1).describe('Of the ledger’s entry'),
  tillId: id,
  shiftId: id.nullable(),
  kind: tillMovementKind,
  means: paymentMeans,
  amountMinor: amountMinor.describe('What came in; below zero what went out'),
  roundingMinor: amountMinor.describe('Cash: what coins made more of that'),
  currency: z.string(),
  vat: z.array(vatSum).describe('In the amount, by rate; with its sign'),
  paymentId: id.nullable(),
  refundId: id.nullable(),
  at: instant,
})
export type TillMovement = z.infer<typeof tillMovement>

/** What a movement makes of the drawer, minor units. */
export function cashOf({
  means,
  amountMinor: minor,
  roundingMinor,
}: Pick<TillMovement, 'means' | 'amountMinor' | 'roundingMinor'>): number {
  return means === 'cash' ? minor + roundingMinor : 0
}

/** The same tax the other way. */
export function oppositeVat(vat: readonly VatSum[]): VatSum[] {
  // Not a bare minus, which makes -0 of nothing.
  return vat.map(({ ratePct, exclMinor, vatMinor }) => ({
    ratePct,
    exclMinor: 0 - exclMinor,
    vatMinor: 0 - vatMinor,
  }))
}
