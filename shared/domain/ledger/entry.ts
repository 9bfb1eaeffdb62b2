import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'
import { account } from './account.ts'

/** What happened. */
export const entryKind = z.enum([
  'billPosted',
  'billCorrected',
  'paymentTaken',
  'refundGiven',
  'refundFailed',
  'feeTaken',
  'payoutSent',
  'payoutFailed',
  'disputeOpened',
  'disputeWon',
  'disputeLost',
  'writtenOff',
  'floatTaken',
  'cashMoved',
  'varianceFound',
  'drawerEmptied',
  'safeBanked',
  'terminalSettled',
  'invoicePaid',
  'invoicePaymentUndone',
])
export type EntryKind = z.infer<typeof entryKind>

/** An amount on an account: above zero in debit, below in credit, never zero. */
export const ledgerLine = z.object({
  account,
  amountMinor: z.int().describe('Debit above zero, credit below'),
  currency: z.string().describe('ISO 4217'),
})
export type LedgerLine = z.infer<typeof ledgerLine>

/** What an entry is about; null where it is not about one. */
export const entrySubject = z.object({
  billId: id.nullable(),
  paymentId: id.nullable(),
  refundId: id.nullable(),
  payoutId: z.string().nullable().describe('Stripe’s id'),
  disputeId: z.string().nullable().describe('Stripe’s id'),
})
export type EntrySubject = z.infer<typeof entrySubject>

/** One entry of the ledger: never changed, never removed, its lines sum to zero in each currency. */
export const ledgerEntry = z.object({
  id: z.int().min(1).describe('Consecutive from 1, without a gap'),
  at: instant,
  kind: entryKind,
  ...entrySubject.shape,
  actor: z.string(),
  text: z.string().describe('What people search for: numbers, plates, a reason'),
  lines: z.array(ledgerLine),
  previousHash: z.string().describe('The hash of the entry before; 64 zeros for the first'),
  hash: z.string().describe('SHA-256 of the canonical text of all else, hex'),
})
export type LedgerEntry = z.infer<typeof ledgerEntry>

/** An entry before it has a place in the chain. */
export type Posting = Pick<LedgerEntry, 'kind' | 'text' | 'lines'> & EntrySubject
