import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor, vatSum } from '../bill/bill.ts'
import { localDate } from '../booking/recurring.ts'
import { id } from '../id/id.ts'

/** An `invoice` asks for money; a `creditNote` takes back a part or all of one that it names. */
export const invoiceKind = z.enum(['invoice', 'creditNote'])
export type InvoiceKind = z.infer<typeof invoiceKind>

/**
 * How it stands: `open` nothing has come in, `partlyPaid` something, `paid` all; `credited` nothing is asked for any
 * more; `overpaid` more has come in than is asked for, so the rest is to be paid back. A credit note is `setOff`: it
 * is taken off its invoice, and nothing is paid on it by itself. None is ever void: a number that was given stays.
 */
export const invoiceState = z.enum(['open', 'partlyPaid', 'paid', 'credited', 'overpaid', 'setOff'])
export type InvoiceState = z.infer<typeof invoiceState>

/** Which bills a line is about, as people tell them apart, and what is asked for or taken back of it. */
export const invoiceLine = z.object({
  id,
  invoiceId: id,
  place: z.int().min(1).describe('In the order that the paper has them in'),
  billId: id,
  paymentId: id.nullable().describe('What an invoice’s line is to the bill'),
  refundId: id.nullable().describe('What a credit note’s line is to the bill'),
  revision: z.int().describe('Of the bill as it was'),
  startsAt: instant,
  endsAt: instant.nullable(),
  connector: z.string().describe('Station and connector, in words'),
  plate: z.string(),
  vehicle: z.string().describe('What the depot calls it'),
  costCentre: z.string(),
  idToken: z.string(),
  energyWh: z.int().describe('Of the stay; zero where a line corrects an earlier one'),
  exclMinor: amountMinor,
  inclMinor: amountMinor,
  vat: z.array(vatSum),
  corrects: z.string().describe('The invoice that had the stay before; empty on its first'),
})
export type InvoiceLine = z.infer<typeof invoiceLine>

/** What the stays of one vehicle and cost centre come to. */
export const invoiceGroup = z.object({
  plate: z.string(),
  vehicle: z.string(),
  costCentre: z.string(),
  stays: z.int(),
  energyWh: z.int(),
  exclMinor: amountMinor,
  inclMinor: amountMinor,
})
export type InvoiceGroup = z.infer<typeof invoiceGroup>

/** Who invoices, as it was then. */
export const invoiceSeller = z.object({
  name: z.string(),
  organisationNumber: z.string(),
  vatNumber: z.string(),
  address: z.array(z.string()),
  isFTax: z.boolean().describe('Approved for F-tax (Swedish: godkänd för F-skatt)'),
  bankgiro: z.string(),
  plusgiro: z.string(),
  iban: z.string(),
  bic: z.string(),
})

/** Who is invoiced, as it was then. */
export const invoiceBuyer = z.object({
  name: z.string(),
  organisationNumber: z.string(),
  vatNumber: z.string(),
  address: z.array(z.string()),
  reference: z.string(),
  email: z.string(),
})

/** What invoices and credit notes come to; on a credit note below zero. */
export const invoiceSums = z.object({
  exclMinor: amountMinor,
  inclMinor: amountMinor,
  vat: z.array(vatSum),
})
export type InvoiceSums = z.infer<typeof invoiceSums>

/** An invoice or credit note: numbered without a gap, all that is on it as it was when it was made out. */
export const invoice = z.object({
  id,
  number: z.int().min(1).describe('Consecutive, invoices and credit notes together'),
  name: z.string().describe('The number as it is written, with its prefix'),
  kind: invoiceKind,
  creditOf: id.nullable().describe('The invoice that a credit note is about'),
  creditOfName: z.string().describe('And its number as written; empty on an invoice'),
  customerId: id,
  seller: invoiceSeller,
  buyer: invoiceBuyer,
  language: z.enum(['en', 'sv']),
  timeZone: z.string(),
  periodFrom: localDate,
  periodUntil: localDate.describe('The last day'),
  issuedAt: instant,
  issuedOn: localDate,
  dueOn: localDate,
  currency: z.string().describe('ISO 4217'),
  stays: z.int().describe('How many lines'),
  energyWh: z.int(),
  groups: z.array(invoiceGroup),
  ...invoiceSums.shape,
  reference: z.string().describe('What the payer tells the bank (OCR); empty on a credit note'),
  footer: z.string(),
  reason: z.string().describe('Why it was credited by hand; else empty'),
  issuedBy: z.string(),
  state: invoiceState,
  paidMinor: amountMinor.describe('What has come in, less what was paid back'),
  creditedMinor: amountMinor.describe('What credit notes have taken off, zero or above'),
  leftMinor: amountMinor.describe('Still to come in; below zero is to be paid back'),
  remindedAt: instant.nullable(),
  reminders: z.int(),
  updatedAt: instant,
})
export type Invoice = z.infer<typeof invoice>

/** Money that came in for an invoice; below zero, what was paid back of it. One that was a mistake is undone. */
export const invoicePayment = z.object({
  id,
  invoiceId: id,
  amountMinor,
  currency: z.string(),
  paidOn: localDate.describe('By the bank'),
  note: z.string(),
  enteredBy: z.string(),
  undoneAt: instant.nullable(),
  undoneBy: z.string().nullable(),
  createdAt: instant,
})
export type InvoicePayment = z.infer<typeof invoicePayment>
