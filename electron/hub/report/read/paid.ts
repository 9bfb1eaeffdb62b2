import type { Id } from '../../../../shared/domain/id/id.ts'
import type { PaidFacts } from '../../../../shared/domain/report/rows/billing.ts'
import type { ServedFacts } from '../../../../shared/domain/report/rows/stay.ts'
import type { Sqlite } from '../../store/sqlite.ts'
import type { Around } from './around.ts'

/** How bills were paid by now. */
export interface PaidBill {
  readonly paid: PaidFacts
  readonly served: ServedFacts
}

export const nothingPaid: PaidBill = {
  paid: {
    ...{ means: '', last4: '', intents: '', charges: '', receipts: '', invoices: '' },
    ...{ feeMinor: null, refundedMinor: null },
  },
  served: { attendant: '', till: '', shift: null },
}

interface StoredPaid {
  readonly billId: Id
  readonly means: string
  readonly cardLast4: string | null
  readonly stripePaymentIntentId: string | null
  readonly stripeChargeId: string | null
  readonly feeMinor: number | null
  readonly refundedMinor: number
  readonly receiptNumber: number | null
  readonly takenBy: string
  readonly tillId: Id | null
  readonly shiftId: Id | null
}

/** Payments by which something was taken: others tell nothing of a bill. */
const PAID = `select p.billId, p.means, p.cardLast4, p.stripePaymentIntentId, p.stripeChargeId, p.feeMinor,
    p.refundedMinor, p.receiptNumber, p.takenBy, p.tillId, p.shiftId
  from json_each(?) as asked cross join payment p on p.billId = asked.value
  where p.capturedMinor > 0 order by p.billId, p.createdAt, p.id`

const INVOICED = `select distinct l.billId, i.name
  from json_each(?) as asked cross join invoiceLine l on l.billId = asked.value join invoice i on i.id = l.invoiceId
  order by l.billId, i.number`

/** How these bills were paid by now: what there is several of stands side by side. */
export function paidByBill(
  sqlite: Sqlite,
  around: Around,
  billIds: readonly Id[],
): Map<Id, PaidBill> {
  const ids = [JSON.stringify([...new Set(billIds)])]
  const payments = Map.groupBy(
    sqlite.all(PAID, ids) as unknown as StoredPaid[], // as the statement selects them
    ({ billId }) => billId,
  )
  const invoices = Map.groupBy(
    sqlite.all(INVOICED, ids) as unknown as { billId: Id; name: string }[],
    ({ billId }) => billId,
  )
  const bills = new Map<Id, PaidBill>()
  for (const [billId, rows] of payments) bills.set(billId, paidOf(rows, around))
  for (const [billId, rows] of invoices) {
    const known = bills.get(billId) ?? nothingPaid
    const names = joined(rows.map(({ name }) => name))
    bills.set(billId, { ...known, paid: { ...known.paid, invoices: names } })
  }
  return bills
}

function paidOf(rows: readonly StoredPaid[], around: Around): PaidBill {
  const fees = rows.flatMap(({ feeMinor }) => (feeMinor === null ? [] : [feeMinor]))
  const last = rows.findLast(({ shiftId }) => shiftId !== null) ?? rows.at(-1)
  return {
    paid: {
      means: joined(rows.map(({ means }) => means)),
      last4: joined(rows.map(({ cardLast4 }) => cardLast4)),
      intents: joined(rows.map(({ stripePaymentIntentId }) => stripePaymentIntentId)),
      charges: joined(rows.map(({ stripeChargeId }) => stripeChargeId)),
      feeMinor: fees.length === 0 ? null : fees.reduce((sum, fee) => sum + fee, 0),
      refundedMinor: rows.reduce((sum, { refundedMinor }) => sum + refundedMinor, 0),
      receipts: joined(rows.map(({ receiptNumber }) => receiptNumber)),
      invoices: '',
    },
    served: {
      attendant: joined(rows.map(({ takenBy }) => takenBy)),
      till: around.tillOf(last?.tillId ?? null),
      shift: around.shiftOf(last?.shiftId ?? null),
    },
  }
}

function joined(words: readonly (string | number | null)[]): string {
  if (words.length === 1) return words[0] === null ? '' : String(words[0])
  return [...new Set(words.filter((word) => word !== null && word !== ''))].join(' ')
}
