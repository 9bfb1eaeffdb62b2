import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import type { Customer } from '../../../shared/domain/customer/customer.ts'
import {
  type BillToInvoice,
  draftsOf,
  fullCreditOf,
  type InvoiceDraft,
} from '../../../shared/domain/invoice/draft.ts'
import type {
  Invoice,
  InvoiceLine,
  InvoicePayment,
} from '../../../shared/domain/invoice/invoice.ts'
import { firstInvoiceTerms } from '../../../shared/domain/invoice/invoice-terms.ts'
import { isOverdue, payingRefusal, standingOf } from '../../../shared/domain/invoice/standing.ts'
import { localDayOf } from '../../../shared/domain/report/period.ts'
import { pageOf } from './fake-page.ts'
import { newId, type FakeStore } from './fake-store.ts'
import { invoiceOfDraft, monthsAgo, staysToInvoice } from '../seed/seed-invoice.ts'

/** Invoices in memory: two months of them, of which some are paid, and stays that wait for a run. */
export function fakeInvoices(store: FakeStore) {
  const os = implement(contract).invoice
  const invoices = new Map<string, Invoice>()
  const lines = new Map<string, InvoiceLine[]>()
  const payments: InvoicePayment[] = []
  const waiting = new Map<string, BillToInvoice[]>()
  const timeZone = store.rows.site[0]?.timeZone ?? 'Europe/Stockholm'
  let terms = { id: 'invoiceTerms' as const, ...firstInvoiceTerms, prefix: 'F', updatedAt: 0 }
  let number = terms.firstNumber - 1
  const missing = (id: string) => ({ data: { noun: 'invoice', id } })
  const today = () => localDayOf(Date.now(), timeZone)

  const make = (draft: InvoiceDraft, customer: Customer, at: number): Invoice => {
    number += 1
    const made = invoiceOfDraft(draft, customer, { number, at, timeZone })
    invoices.set(made.invoice.id, made.invoice)
    lines.set(made.invoice.id, made.lines)
    if (draft.creditOf !== null) change(draft.creditOf.id, { creditedMinor: -draft.inclMinor })
    return made.invoice
  }
  const change = (id: string, by: { paidMinor?: number; creditedMinor?: number }): Invoice => {
    const before = invoices.get(id)
    if (before === undefined) throw new Error('there is no such invoice')
    const paidMinor = before.paidMinor + (by.paidMinor ?? 0)
    const creditedMinor = before.creditedMinor + (by.creditedMinor ?? 0)
    const after = { ...before, paidMinor, creditedMinor }
    const invoice = { ...after, ...standingOf(after), updatedAt: Date.now() }
    invoices.set(id, invoice)
    return invoice
  }
  const enter = (invoice: Invoice, amountMinor: number, paidOn: string, note: string): Invoice => {
    payments.push({
      ...{ id: newId(), invoiceId: invoice.id, amountMinor, currency: invoice.currency, paidOn },
      ...{ note, enteredBy: 'Kim', undoneAt: null, undoneBy: null, createdAt: Date.now() },
    })
    return change(invoice.id, { paidMinor: amountMinor })
  }

  const fleets = store.rows.customer.filter(({ archivedAt }) => archivedAt === null)
  for (const months of [3, 2, 1])
    for (const [index, customer] of fleets.entries()) {
      const at = monthsAgo(Date.now(), months)
      const [draft] = draftsOf(staysToInvoice(customer, 6 + index * 9, at))
      if (draft === undefined) continue
      const invoice = make(draft, customer, at)
      if (months === 3 && index > 0) enter(invoice, invoice.inclMinor, invoice.dueOn, '')
      if (months === 2 && index === 0)
        enter(invoice, Math.round(invoice.inclMinor / 2), invoice.dueOn, 'Delbetalning')
    }
  for (const [index, customer] of fleets.entries())
    waiting.set(customer.id, staysToInvoice(customer, 4 + index * 23, Date.now()))

  const customerOf = (id: string): Customer | undefined => store.find('customer', id)
  const draftsFor = (ids: readonly string[] | undefined) =>
    [...waiting]
      .filter(([id]) => ids === undefined || ids.includes(id))
      .flatMap(([id, bills]) => draftsOf(bills).map((draft) => ({ id, draft })))

  return os.router({
    list: os.list.handler(({ input }) => {
      const search = (input.search ?? '').toLowerCase()
      const rows = [...invoices.values()]
        .filter((one) => input.kind === undefined || one.kind === input.kind)
        .filter((one) => input.state === undefined || one.state === input.state)
        .filter((one) => !input.overdue || isOverdue(one, today()))
        .filter((one) => input.customerId === undefined || one.customerId === input.customerId)
        .filter(({ name, buyer, reference }) =>
          [name, buyer.name, reference].some((word) => word.toLowerCase().includes(search)),
        )
        .toSorted((one, other) => other.number - one.number)
      return pageOf(rows, input.after, input.limit)
    }),
    get: os.get.handler(({ input: { id }, errors }) => {
      const invoice = invoices.get(id)
      if (invoice === undefined) throw errors.NOT_FOUND(missing(id))
      const creditNotes = [...invoices.values()].filter(({ creditOf }) => creditOf === id)
      const own = payments.filter(({ invoiceId }) => invoiceId === id)
      return { invoice, lines: lines.get(id) ?? [], payments: own, creditNotes }
    }),
    preview: os.preview.handler(({ input }) => ({
      drafts: draftsFor(input.customerIds).map(({ id, draft }) => ({
        ...{ customerId: id, customerName: customerOf(id)?.name ?? '', kind: draft.kind },
        ...{ creditOfName: draft.creditOf?.name ?? '', currency: draft.currency },
        ...{ stays: draft.lines.length, energyWh: draft.energyWh, exclMinor: draft.exclMinor },
        ...{ inclMinor: draft.inclMinor, vat: draft.vat, groups: draft.groups },
      })),
      backlog: { earlierBills: 3, earliestAt: monthsAgo(Date.now(), 2), withoutCustomer: 1 },
      lacks: null,
    })),
    run: os.run.handler(async ({ input }) => {
      await new Promise((resolve) => setTimeout(resolve, 250))
      return {
        outcomes: draftsFor(input.customerIds).flatMap(({ id, draft }) => {
          const customer = customerOf(id)
          if (customer === undefined) return []
          waiting.delete(id)
          const made = [make(draft, customer, Date.now())]
          return [{ customerId: id, customerName: customer.name, invoices: made }]
        }),
      }
    }),
    pay: os.pay.handler(({ input, errors }) => {
      const invoice = invoices.get(input.id)
      if (invoice === undefined) throw errors.NOT_FOUND(missing(input.id))
      const refusal = payingRefusal(invoice, input.amountMinor)
      if (refusal?.code === 'nothingLeft') throw errors.NOTHING_LEFT()
      if (refusal?.code === 'aboveLeft')
        throw errors.ABOVE_LEFT({ data: { leftMinor: refusal.leftMinor } })
      return enter(invoice, input.amountMinor, input.paidOn ?? today(), input.note)
    }),
    undoPayment: os.undoPayment.handler(({ input: { id }, errors }) => {
      const at = payments.findIndex((payment) => payment.id === id)
      const payment = payments[at]
      if (payment === undefined) throw errors.NOT_FOUND(missing(id))
      if (payment.undoneAt !== null) throw errors.ALREADY_UNDONE()
      payments[at] = { ...payment, undoneAt: Date.now(), undoneBy: 'Kim' }
      return change(payment.invoiceId, { paidMinor: -payment.amountMinor })
    }),
    credit: os.credit.handler(({ input, errors }) => {
      const invoice = invoices.get(input.id)
      const customer = invoice && customerOf(invoice.customerId)
      if (invoice === undefined || customer === undefined) throw errors.NOT_FOUND(missing(input.id))
      const before = [...invoices.values()].filter(({ creditOf }) => creditOf === input.id)
      const credited = before.flatMap((note) => lines.get(note.id) ?? [])
      const draft = fullCreditOf(invoice, lines.get(invoice.id) ?? [], credited)
      if (invoice.kind !== 'invoice' || draft === null) throw errors.NOT_CREDITABLE()
      return make(draft, customer, Date.now())
    }),
    remind: os.remind.handler(({ input: { id }, errors }) => {
      const before = invoices.get(id)
      if (before === undefined) throw errors.NOT_FOUND(missing(id))
      const invoice = { ...before, reminders: before.reminders + 1, remindedAt: Date.now() }
      invoices.set(id, invoice)
      return invoice
    }),
    terms: os.terms.handler(() => terms),
    changeTerms: os.changeTerms.handler(({ input }) => {
      const told = Object.entries(input).filter(([, value]) => value !== undefined)
      terms = { ...terms, ...Object.fromEntries(told), updatedAt: Date.now() }
      return terms
    }),
  })
}
