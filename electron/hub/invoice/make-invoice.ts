import type { Customer } from '../../../shared/domain/customer/customer.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { DraftLine, InvoiceDraft } from '../../../shared/domain/invoice/draft.ts'
import type { Invoice, InvoiceLine } from '../../../shared/domain/invoice/invoice.ts'
import { referenceNumber } from '../../../shared/domain/invoice/reference-number.ts'
import { standingOf } from '../../../shared/domain/invoice/standing.ts'
import { paymentTaken } from '../../../shared/domain/ledger/postings.ts'
import { localDayOf } from '../../../shared/domain/report/period.ts'
import { post } from '../ledger/post.ts'
import { beginPayment } from '../payment/begin-payment.ts'
import { refundPayment } from '../payment/refund.ts'
import { addPayment, billOf } from '../payment/save.ts'
import type { StripeSide } from '../payment/stripe-side.ts'
import { paymentTermsOf } from '../payment/terms.ts'
import { siteNow } from '../site/site-now.ts'
import type { Writes } from '../store/writes.ts'
import { invoiceTermsOf, lastNumber } from './terms.ts'

/** For whom and when an invoice is made. */
export interface Occasion {
  readonly customer: Customer
  readonly periodFrom: string
  readonly periodUntil: string
  /** Why it is made by hand; empty in a run. */
  readonly reason: string
}

/** Whether it can be said who sells: without that nothing is invoiced. */
export function hasSeller(tx: Writes): boolean {
  const { legalName, organisationNumber } = paymentTermsOf(tx)
  return legalName !== '' && organisationNumber !== ''
}

/** Whether the seller may ask for VAT: an invoice with VAT gives the number it is registered under. */
export function hasVatNumber(tx: Writes): boolean {
  return paymentTermsOf(tx).vatNumber !== ''
}

/**
 * Makes an invoice or a credit note out, with the next number and all on it as it now is. In the same unit each line
 * becomes a payment of its bill by invoice, or gives such a payment back, with its entry in the ledger.
 */
export function makeInvoice(
  tx: Writes,
  side: StripeSide,
  draft: InvoiceDraft,
  occasion: Occasion,
): Invoice {
  const invoice = invoiceOf(tx, draft, occasion)
  for (const [index, line] of draft.lines.entries()) {
    const moved =
      draft.creditOf === null
        ? { paymentId: payByInvoice(tx, side, line, invoice.name), refundId: null }
        : { paymentId: null, refundId: giveBack(tx, side, line, draft.creditOf.id, invoice.name) }
    tx.insert('invoiceLine', {
      ...{ id: tx.newId(), invoiceId: invoice.id, place: index + 1 },
      ...line,
      ...moved,
    })
  }
  tx.insert('invoice', invoice)
  if (draft.creditOf !== null) takeOff(tx, draft.creditOf.id, -draft.inclMinor)
  const { reason } = occasion
  tx.journal({
    act: draft.kind === 'invoice' ? 'invoice.make' : 'invoice.credit',
    noun: 'invoice',
    nounId: invoice.id,
    after: invoice,
    ...(reason === '' ? {} : { reason }),
  })
  return invoice
}

function invoiceOf(tx: Writes, draft: InvoiceDraft, occasion: Occasion): Invoice {
  const { customer, periodFrom, periodUntil, reason } = occasion
  const { kind, creditOf, currency, exclMinor, inclMinor, vat, energyWh, groups } = draft
  const terms = invoiceTermsOf(tx)
  const seller = paymentTermsOf(tx)
  const { timeZone } = siteNow(tx)
  const number = (lastNumber(tx) ?? terms.firstNumber - 1) + 1
  const issuedOn = localDayOf(tx.now, timeZone)
  const { bankgiro, plusgiro, iban, bic, isFTax, footer } = terms
  const days = kind === 'invoice' ? terms.dueDays : 0
  return {
    ...{ id: tx.newId(), number, name: `${terms.prefix}${number}`, kind },
    ...{ creditOf: creditOf?.id ?? null, creditOfName: creditOf?.name ?? '' },
    customerId: customer.id,
    seller: {
      name: seller.legalName,
      organisationNumber: seller.organisationNumber,
      vatNumber: seller.vatNumber,
      address: seller.address,
      ...{ isFTax, bankgiro, plusgiro, iban, bic },
    },
    buyer: {
      name: customer.name,
      organisationNumber: customer.organisationNumber,
      vatNumber: customer.vatNumber,
      address: customer.billingAddress.split('\n').filter((line) => line.trim() !== ''),
      reference: customer.reference,
      email: customer.email,
    },
    ...{ language: customer.language, timeZone, periodFrom, periodUntil },
    ...{ issuedAt: tx.now, issuedOn },
    dueOn: Temporal.PlainDate.from(issuedOn).add({ days }).toString(),
    ...{ currency, stays: draft.lines.length, energyWh, groups, exclMinor, inclMinor, vat },
    reference: kind === 'invoice' ? referenceNumber(number) : '',
    ...{ footer, reason, issuedBy: tx.actor },
    ...{ paidMinor: 0, creditedMinor: 0, remindedAt: null, reminders: 0, updatedAt: tx.now },
    ...standingOf({ kind, inclMinor, paidMinor: 0, creditedMinor: 0 }),
  }
}

/** What is invoiced of a bill is paid by the invoice: the customer owes it there from now on. */
function payByInvoice(tx: Writes, side: StripeSide, line: DraftLine, name: string): Id {
  const bill = billOf(tx, line)
  const { currency, customerId, plate } = bill
  const amountMinor = line.inclMinor
  const payment = beginPayment(tx, bill, {
    ...{ means: 'invoice', capture: 'automatic', mode: 'local', state: 'paid', amountMinor },
    ...{ capturedMinor: amountMinor, feeMinor: 0, paidAt: tx.now, reference: name },
  })
  post(
    tx,
    paymentTaken({
      ...{ billId: bill.id, paymentId: payment.id, customerId, means: 'invoice', currency },
      ...{ amountMinor, text: [plate, name].filter(Boolean).join(' ') },
    }),
  )
  return addPayment(tx, side, payment, { act: 'payment.take' }).id
}

/** What is credited of a bill is given back of the payment that its invoice was. */
function giveBack(
  tx: Writes,
  side: StripeSide,
  { billId, inclMinor }: DraftLine,
  creditOf: Id,
  name: string,
): Id {
  const [line] = tx.find('invoiceLine', { invoiceId: creditOf, billId })
  if (line === undefined || line.paymentId === null)
    throw new Error('A credit note is of a bill on its invoice.')
  const { paymentId } = line
  const reason = 'requested_by_customer' as const
  const made = refundPayment(tx, side, { paymentId, amountMinor: -inclMinor, reason, note: name })
  if (made.kind === 'refused') throw new Error(`An invoice can't be credited: ${made.refusal.code}`)
  return made.refund.id
}

function takeOff(tx: Writes, invoiceId: Id, minor: number): void {
  const invoice = tx.get('invoice', invoiceId)
  if (invoice === undefined) throw new Error('A credit note is of an invoice.')
  const creditedMinor = invoice.creditedMinor + minor
  const standing = standingOf({ ...invoice, creditedMinor })
  tx.change('invoice', invoice, { creditedMinor, ...standing, updatedAt: tx.now })
}

/** The lines of an invoice in the order that its paper has them in. */
export function linesOfInvoice(tx: Writes, invoiceId: Id): InvoiceLine[] {
  return tx.find('invoiceLine', { invoiceId }).sort((one, other) => one.place - other.place)
}
