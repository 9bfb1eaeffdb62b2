import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor } from '../bill/bill.ts'
import { id } from '../id/id.ts'
import { cashCount } from './cash-count.ts'
import { cashMove } from './cash-move.ts'
import { drawerSums, shiftSums } from './shift-sums.ts'
import { tillPayment } from './under-way.ts'

/** Something above a limit that a supervisor let pass in the shift. */
export const passed = z.object({
  what: z.enum(['refund', 'void', 'variance']),
  amountMinor,
  by: z.string(),
  approvedBy: z.string(),
  at: instant,
})
export type Passed = z.infer<typeof passed>

/** How money was moved in a shift. */
export const moneyModes = z
  .array(z.string())
  .describe('How money was moved: local, practice, test, live')

/** All that a Z report says, frozen as it was at the close. */
export const zContent = z.object({
  seller: z.object({
    name: z.string(),
    organisationNumber: z.string(),
    vatNumber: z.string(),
    address: z.array(z.string()),
  }),
  siteName: z.string(),
  timeZone: z.string().describe('IANA'),
  tillName: z.string(),
  shiftNumber: z.int(),
  currency: z.string(),
  openedAt: instant,
  openedBy: z.string(),
  closedAt: instant,
  closedBy: z.string(),
  ...shiftSums.shape,
  drawer: drawerSums,
  countedMinor: amountMinor,
  varianceMinor: amountMinor,
  varianceReason: z.string(),
  counts: z.array(cashCount.omit({ id: true, shiftId: true })).describe('All of them, in order'),
  moves: z.array(cashMove.omit({ id: true, shiftId: true })),
  receipts: z
    .object({ first: z.int(), last: z.int(), count: z.int() })
    .nullable()
    .describe('Of the payments and refunds in it; null where none was made out'),
  voids: z.array(z.object({ currency: z.string(), count: z.int(), amountMinor })),
  approvals: z.array(passed),
  handedOver: z.array(tillPayment).describe('Links and holds that go on'),
  handOverNote: z.string(),
  modes: moneyModes,
  version: z.string().describe('Of the program'),
})
export type ZContent = z.infer<typeof zContent>

/** The report of a closed shift: numbered over the site without a gap, never changed, never removed. */
export const zReport = z.object({
  id,
  number: z.int().min(1),
  tillId: id,
  shiftId: id,
  at: instant,
  content: zContent,
  previousHash: z.string().describe('Of the Z before; 64 zeros for the first'),
  hash: z.string().describe('SHA-256 of its canonical text, hex'),
})
export type ZReport = z.infer<typeof zReport>
