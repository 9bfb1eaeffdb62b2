import { linesOf } from '../../../shared/domain/bill/taken-off.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { fullCreditOf } from '../../../shared/domain/invoice/draft.ts'
import type { Invoice } from '../../../shared/domain/invoice/invoice.ts'
import { inclOf, restOfBill } from '../../../shared/domain/invoice/rest-of-bill.ts'
import { correctByLines } from '../bill/revise.ts'
import { settleBill } from '../payment/settle.ts'
import type { StripeSide } from '../payment/stripe-side.ts'
import type { Writes } from '../store/writes.ts'
import { hasSeller, linesOfInvoice, makeInvoice } from './make-invoice.ts'
import { earlierLines } from './to-invoice.ts'

export interface CreditWish {
  readonly id: Id
  /** Whether the next run takes its bills again, or they are made nothing. */
  readonly bills: 'again' | 'nothing'
  readonly reason: string
}

export type Credited =
  | { readonly kind: 'credited'; readonly creditNote: Invoice }
  | { readonly kind: 'missing' }
  | { readonly kind: 'notCreditable' }
  | { readonly kind: 'sellerMissing' }

/** Credits all that an invoice still asks for, or asked for and was paid, by a credit note that names it. */
export function creditInvoice(
  tx: Writes,
  side: StripeSide,
  { id, bills, reason }: CreditWish,
): Credited {
  const invoice = tx.get('invoice', id)
  const customer = invoice && tx.get('customer', invoice.customerId)
  if (invoice === undefined || customer === undefined) return { kind: 'missing' }
  if (invoice.kind !== 'invoice') return { kind: 'notCreditable' }
  if (!hasSeller(tx)) return { kind: 'sellerMissing' }
  const before = tx.find('invoice', { creditOf: id })
  const credited = before.flatMap((note) => tx.find('invoiceLine', { invoiceId: note.id }))
  const draft = fullCreditOf(invoice, linesOfInvoice(tx, id), credited)
  if (draft === null) return { kind: 'notCreditable' }
  const { periodFrom, periodUntil } = invoice
  const creditNote = makeInvoice(tx, side, draft, { customer, periodFrom, periodUntil, reason })
  if (bills === 'nothing')
    for (const { billId } of draft.lines) makeNothing(tx, side, billId, creditNote.name)
  return { kind: 'credited', creditNote }
}

/** Takes off a bill what no invoice asks for any more. */
function makeNothing(tx: Writes, side: StripeSide, billId: Id, note: string): void {
  const bill = tx.get('bill', billId)
  if (bill === undefined) return
  const rest = restOfBill(bill, earlierLines(tx, billId))
  if (inclOf(rest) <= 0) return
  const correction = { lines: linesOf(rest, 'takenOff'), note }
  correctByLines(tx, bill, correction, (unit, is) => settleBill(unit, side, is))
}
