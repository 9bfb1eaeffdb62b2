import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor } from '../bill/bill.ts'
import { id } from '../id/id.ts'

/** `payIn` from the safe into the drawer; out of it `toSafe`, `toBank`, or for a petty `expense`. */
export const cashMoveKind = z.enum(['payIn', 'toSafe', 'toBank', 'expense'])
export type CashMoveKind = z.infer<typeof cashMoveKind>

/** Cash that is put into a drawer or taken out of it, other than by a payment. Never changed. */
export const cashMove = z.object({
  id,
  shiftId: id,
  kind: cashMoveKind,
  amountMinor: amountMinor.min(1).describe('Whichever way it goes'),
  reason: z.string(),
  by: z.string(),
  at: instant,
})
export type CashMove = z.infer<typeof cashMove>

/** What a move makes of the drawer: more, or less. */
export function drawerMinor({ kind, amountMinor: minor }: Pick<CashMove, 'kind' | 'amountMinor'>) {
  return kind === 'payIn' ? minor : -minor
}
