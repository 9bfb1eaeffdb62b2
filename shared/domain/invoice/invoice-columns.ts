import type { HeadedColumn } from '../report/spec.ts'
import type { ReportRow, Value } from '../report/column.ts'
import type { Invoice, InvoiceLine } from './invoice.ts'

const of = (kind: HeadedColumn['kind'], isSummed: boolean, ...keys: string[]): HeadedColumn[] =>
  keys.map((key) => ({ key, name: key, kind, isSummed }))

/** The columns of invoices as CSV: a row for each line and rate of tax. */
export const invoiceColumns: readonly HeadedColumn[] = [
  ...of('text', false, 'invoice', 'kind', 'credit_of'),
  ...of('day', false, 'issued', 'due'),
  ...of('text', false, 'customer', 'customer_org_no', 'reference'),
  ...of('instant', false, 'start', 'stop'),
  ...of('text', false, 'connector', 'plate', 'vehicle', 'cost_centre', 'driver', 'corrects'),
  ...of('energy', true, 'kwh'),
  ...of('percent', false, 'vat_rate'),
  ...of('money', true, 'net', 'vat', 'gross'),
  ...of('currency', false, 'currency'),
]

/** The rows of one line. Its energy stands in the first, so that it is summed once. */
export function invoiceRowsOf(invoice: Invoice, line: InvoiceLine): ReportRow[] {
  const { currency } = invoice
  const rates = line.vat.length === 0 ? [{ ratePct: 0, exclMinor: 0, vatMinor: 0 }] : line.vat
  return rates.map((sum, index) => {
    const gross = sum.exclMinor + sum.vatMinor
    const words: Value[] = [
      ...[invoice.name, invoice.kind, invoice.creditOfName, invoice.issuedOn, invoice.dueOn],
      ...[invoice.buyer.name, invoice.buyer.organisationNumber, invoice.reference],
      ...[line.startsAt, line.endsAt, line.connector, line.plate, line.vehicle, line.costCentre],
      ...[line.idToken, line.corrects, index === 0 ? line.energyWh : 0, sum.ratePct],
    ]
    return { currency, values: [...words, sum.exclMinor, sum.vatMinor, gross, currency] }
  })
}
