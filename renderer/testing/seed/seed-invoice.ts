import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Customer } from '../../../shared/domain/customer/customer.ts'
import type { BillToInvoice, InvoiceDraft } from '../../../shared/domain/invoice/draft.ts'
import type { Invoice, InvoiceLine } from '../../../shared/domain/invoice/invoice.ts'
import { firstInvoiceTerms } from '../../../shared/domain/invoice/invoice-terms.ts'
import { referenceNumber } from '../../../shared/domain/invoice/reference-number.ts'
import { standingOf } from '../../../shared/domain/invoice/standing.ts'
import { aBill } from '../../../shared/domain/payment/payment-fixture.ts'
import { localDayOf } from '../../../shared/domain/report/period.ts'
import { DAY, HOUR } from '../../../shared/time/instant.ts'
import { newId } from '../fake/fake-store.ts'

/** Stays of a customer that are over and haven't been invoiced, one after the other back from an instant. */
export function staysToInvoice(customer: Customer, count: number, now: number): BillToInvoice[] {
  return Array.from({ length: count }, (_, index): BillToInvoice => {
    const energyWh = 8_000 + ((index * 7_919) % 42_000)
    const inclMinor = Math.round(energyWh * 0.32)
    const exclMinor = Math.round(inclMinor / 1.25)
    const startsAt = now - (index + 1) * 17 * HOUR
    const plate = `${['ABC', 'DEF', 'GHI', 'JKL'][index % 4]} ${String(100 + (index % 6) * 111)}`
    const bill: Bill = aBill({
      ...{ id: newId(startsAt), customerId: customer.id, settlement: 'invoice', plate },
      ...{
        exclMinor,
        inclMinor,
        vat: [{ ratePct: 25, exclMinor, vatMinor: inclMinor - exclMinor }],
      },
      ...{ energyWh, startsAt, endsAt: startsAt + 3 * HOUR, finalAt: startsAt + 3 * HOUR },
    })
    const connector = `Plats ${1 + (index % 12)} · 1`
    const vehicle = index % 6 === 2 ? '' : `Skåpbil ${1 + (index % 6)}`
    return { bill, connector, vehicle, costCentre: index % 3 === 0 ? '4010' : '', earlier: [] }
  })
}

/** An invoice of a draft, with its lines. */
export function invoiceOfDraft(
  draft: InvoiceDraft,
  customer: Customer,
  told: { readonly number: number; readonly at: number; readonly timeZone: string },
): { invoice: Invoice; lines: InvoiceLine[] } {
  const { number, at, timeZone } = told
  const { kind, creditOf, lines, currency, exclMinor, inclMinor, vat, energyWh, groups } = draft
  const { prefix: _prefix, firstNumber: _first, dueDays, ...site } = firstInvoiceTerms
  const id = newId(at)
  const issuedOn = localDayOf(at, timeZone)
  const first = Temporal.PlainDate.from(issuedOn).with({ day: 1 })
  const due = Temporal.PlainDate.from(issuedOn).add({ days: kind === 'invoice' ? dueDays : 0 })
  const invoice: Invoice = {
    ...{ id, number, name: `F${number}`, kind, creditOf: creditOf?.id ?? null },
    ...{ creditOfName: creditOf?.name ?? '', customerId: customer.id, language: 'sv', timeZone },
    seller: {
      ...{ name: 'Norra Depån Laddning AB', organisationNumber: '556677-8899' },
      ...{ vatNumber: 'SE556677889901', address: ['Depåvägen 1', '972 00 Luleå'], ...site },
      ...{ bankgiro: '5050-1055', iban: 'SE45 5000 0000 0583 9825 7466', bic: 'ESSESESS' },
      isFTax: true,
    },
    buyer: {
      ...{ name: customer.name, organisationNumber: '556012-3456', vatNumber: 'SE556012345601' },
      ...{ address: ['Box 7', '972 01 Luleå'], reference: customer.reference, email: '' },
    },
    ...{ periodFrom: first.toString(), periodUntil: issuedOn, issuedAt: at, issuedOn },
    ...{ dueOn: due.toString(), currency, stays: lines.length, energyWh, groups },
    ...{ exclMinor, inclMinor, vat },
    reference: kind === 'invoice' ? referenceNumber(number) : '',
    footer: 'Efter förfallodagen debiteras dröjsmålsränta enligt räntelagen.',
    ...{ reason: '', issuedBy: 'Kim', paidMinor: 0, creditedMinor: 0 },
    ...{ remindedAt: null, reminders: 0, updatedAt: at },
    ...standingOf({ kind, inclMinor, paidMinor: 0, creditedMinor: 0 }),
  }
  return {
    invoice,
    lines: lines.map((line, index) => ({
      ...{ id: newId(at), invoiceId: id, place: index + 1, paymentId: null, refundId: null },
      ...line,
    })),
  }
}

/** When the invoice before this many months was made. */
export function monthsAgo(now: number, months: number): number {
  return now - months * 30 * DAY
}
