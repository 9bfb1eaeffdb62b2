import type { Id } from '../../../shared/domain/id/id.ts'
import type { Invoice } from '../../../shared/domain/invoice/invoice.ts'
import {
  type PayingRefusal,
  payingRefusal,
  standingOf,
} from '../../../shared/domain/invoice/standing.ts'
import {
  invoicePaid,
  invoicePaymentUndone,
} from '../../../shared/domain/ledger/invoice-postings.ts'
import { localDayOf } from '../../../shared/domain/report/period.ts'
import { post } from '../ledger/post.ts'
import { siteNow } from '../site/site-now.ts'
import type { Writes } from '../store/writes.ts'

export interface PayingWish {
  readonly id: Id
  /** Below zero: what was paid back. */
  readonly amountMinor: number
  /** Today where it isn't told. */
  readonly paidOn?: string | undefined
  readonly note: string
}

export type InvoiceChanged = { readonly kind: 'changed'; readonly invoice: Invoice }
export type Paid =
  | InvoiceChanged
  | { kind: 'missing' }
  | { kind: 'refused'; refusal: PayingRefusal }

/** Says that money came in for an invoice, or was paid back of it. */
export function payInvoice(tx: Writes, { id, amountMinor, paidOn, note }: PayingWish): Paid {
  const invoice = tx.get('invoice', id)
  if (invoice === undefined) return { kind: 'missing' }
  const refusal = payingRefusal(invoice, amountMinor)
  if (refusal !== null) return { kind: 'refused', refusal }
  const { currency } = invoice
  tx.insert('invoicePayment', {
    ...{ id: tx.newId(), invoiceId: id, amountMinor, currency, note, enteredBy: tx.actor },
    paidOn: paidOn ?? localDayOf(tx.now, siteNow(tx).timeZone),
    ...{ undoneAt: null, undoneBy: null, createdAt: tx.now },
  })
  post(tx, invoicePaid({ currency, amountMinor, text: textOf(invoice, note) }))
  return changed(tx, invoice, amountMinor, 'invoice.pay', note)
}

export type Undone = InvoiceChanged | { kind: 'missing' } | { kind: 'alreadyUndone' }

/** Takes back a payment that was entered by mistake; it stays, marked. */
export function undoInvoicePayment(
  tx: Writes,
  { id, note }: { readonly id: Id; readonly note: string },
): Undone {
  const payment = tx.get('invoicePayment', id)
  const invoice = payment && tx.get('invoice', payment.invoiceId)
  if (payment === undefined || invoice === undefined) return { kind: 'missing' }
  if (payment.undoneAt !== null) return { kind: 'alreadyUndone' }
  tx.change('invoicePayment', payment, { undoneAt: tx.now, undoneBy: tx.actor })
  const { currency, amountMinor } = payment
  post(tx, invoicePaymentUndone({ currency, amountMinor, text: textOf(invoice, note) }))
  return changed(tx, invoice, -amountMinor, 'invoice.undoPayment', note)
}

export type Reminded = InvoiceChanged | { kind: 'missing' } | { kind: 'nothingLeft' }

/** Counts a reminder that was sent. */
export function remindOfInvoice(tx: Writes, id: Id): Reminded {
  const before = tx.get('invoice', id)
  if (before === undefined) return { kind: 'missing' }
  if (before.leftMinor <= 0) return { kind: 'nothingLeft' }
  const invoice = tx.change('invoice', before, {
    ...{ reminders: before.reminders + 1, remindedAt: tx.now, updatedAt: tx.now },
  })
  tx.journal({
    ...{ act: 'invoice.remind', noun: 'invoice', nounId: id },
    ...{ before: { reminders: before.reminders }, after: { reminders: invoice.reminders } },
  })
  return { kind: 'changed', invoice }
}

function changed(
  tx: Writes,
  before: Invoice,
  byMinor: number,
  act: string,
  reason: string,
): InvoiceChanged {
  const paidMinor = before.paidMinor + byMinor
  const standing = standingOf({ ...before, paidMinor })
  const invoice = tx.change('invoice', before, { paidMinor, ...standing, updatedAt: tx.now })
  tx.journal({
    ...{ act, noun: 'invoice', nounId: before.id },
    before: { state: before.state, paidMinor: before.paidMinor },
    after: { state: invoice.state, paidMinor },
    ...(reason === '' ? {} : { reason }),
  })
  return { kind: 'changed', invoice }
}

function textOf({ name, buyer }: Invoice, note: string): string {
  return [name, buyer.name, note].filter(Boolean).join(' · ')
}
