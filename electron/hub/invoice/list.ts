import { sql } from 'kysely'
import type { InvoiceDetail } from '../../../shared/contract/invoice.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Invoice, InvoiceKind, InvoiceState } from '../../../shared/domain/invoice/invoice.ts'
import { localDayOf } from '../../../shared/domain/report/period.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { containing, type Page, pageOf } from '../store/paging.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'

export interface InvoiceFilter {
  kind?: InvoiceKind | undefined
  state?: InvoiceState | undefined
  /** Only those with something left after the day they were due. */
  overdue: boolean
  customerId?: Id | undefined
  /** Issued on or after, a local day. */
  firstDay?: string | undefined
  /** Issued on or before. */
  lastDay?: string | undefined
  search?: string | undefined
  after?: string | undefined
  limit: number
}

/** Invoices and credit notes that fit the filter, the newest first. */
export async function listInvoices(
  reads: Reads,
  filter: InvoiceFilter,
  now: Instant,
): Promise<Page<Invoice>> {
  const { kind, state, overdue, customerId, firstDay, lastDay, search, after, limit } = filter
  let query = reads.query
    .selectFrom('invoice')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(limit + 1)
  if (kind) query = query.where('kind', '=', kind)
  if (state) query = query.where('state', '=', state)
  if (overdue) {
    const [site] = await reads.find('site', {})
    const today = localDayOf(now, site?.timeZone ?? 'UTC')
    // Written out, so that the index of invoices with something left is used.
    query = query.where(sql<boolean>`leftMinor <> 0 and leftMinor > 0`).where('dueOn', '<', today)
  }
  if (customerId) query = query.where('customerId', '=', customerId)
  if (firstDay !== undefined) query = query.where('issuedOn', '>=', firstDay)
  if (lastDay !== undefined) query = query.where('issuedOn', '<=', lastDay)
  if (search) {
    const pattern = containing(search)
    query = query.where((is) =>
      is.or([
        is('name', 'like', pattern),
        is('reference', 'like', pattern),
        sql<boolean>`buyer ->> '$.name' like ${pattern}`,
      ]),
    )
  }
  if (after !== undefined) query = query.where('number', '<', Number(after))
  const rows = (await query.execute()).map((row) => decodeRow('invoice', row))
  return pageOf(rows, limit, (row) => String(row.number))
}

/** An invoice with all that hangs on it; undefined when there is none. */
export async function invoiceDetail(reads: Reads, id: Id): Promise<InvoiceDetail | undefined> {
  const invoice = await reads.get('invoice', id)
  if (invoice === undefined) return undefined
  const [lines, payments, creditNotes] = await Promise.all([
    reads.find('invoiceLine', { invoiceId: id }),
    reads.find('invoicePayment', { invoiceId: id }),
    reads.find('invoice', { creditOf: id }),
  ])
  return {
    invoice,
    lines: lines.toSorted((one, other) => one.place - other.place),
    payments: payments.toSorted((one, other) => one.createdAt - other.createdAt),
    creditNotes: creditNotes.toSorted((one, other) => one.number - other.number),
  }
}
