import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor } from '../bill/bill.ts'
import { id } from '../id/id.ts'

/** A bill that somebody made less by hand, or gave away. Never changed. */
export const billVoid = z.object({
  id,
  billId: id,
  tillId: id.nullable(),
  shiftId: id.nullable().describe('Null where it was done at no till, or until a shift is open'),
  kind: z.enum(['corrected', 'free', 'voucher']),
  amountMinor: amountMinor.min(1).describe('By how much it is less, tax included'),
  currency: z.string(),
  note: z.string(),
  by: z.string(),
  approvedBy: z.string().nullable(),
  at: instant,
})
export type BillVoid = z.infer<typeof billVoid>
