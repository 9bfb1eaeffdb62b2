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

/** A payment's columns in the order in which they are selected. */
type StoredPaid = readonly [
  billId: Id,
  means: string,
  cardLast4: string | null,
  stripePaymentIntentId: string | null,
  stripeChargeId: string | null,
  feeMinor: number | null,
  refundedMinor: number,
  receiptNumber: number | null,
  takenBy: string,
  tillId: Id | null,
  shiftId: Id | null,
]

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
  const ids = [JSON.stringify(billIds)]
  const bills = new Map<Id, PaidBill>()
  // As the statement selects them, a bill's after each other.
  const payments = sqlite.arrays(PAID, ids) as unknown as StoredPaid[]
  for (let first = 0; first < payments.length;) {
    const billId = payments[first]?.[0] ?? ''
    let end = first + 1
    while (payments[end]?.[0] === billId) end += 1
    bills.set(billId, paidOf(payments, first, end, around))
    first = end
  }
  const invoices = sqlite.all(INVOICED, ids) as unknown as { billId: Id; name: string }[]
  for (const { billId, name } of invoices) {
    const known = bills.get(billId) ?? nothingPaid
    bills.set(billId, {
      ...known,
      paid: { ...known.paid, invoices: beside(known.paid.invoices, name) },
    })
  }
  return bills
}

/** @param rows of which those from `first` up to `end` are the bill's */
function paidOf(rows: readonly StoredPaid[], first: number, end: number, around: Around): PaidBill {
  let [means, last4, intents, charges, receipts, attendant] = ['', '', '', '', '', '']
  let feeMinor: number | null = null
  let refundedMinor = 0
  let [tillId, shiftId]: (Id | null)[] = [null, null]
  for (let at = first; at < end; at += 1) {
    const row = rows[at]
    if (row === undefined) break
    means = beside(means, row[1])
    last4 = beside(last4, row[2])
    intents = beside(intents, row[3])
    charges = beside(charges, row[4])
    receipts = beside(receipts, row[7])
    attendant = beside(attendant, row[8])
    if (row[5] !== null) feeMinor = (feeMinor ?? 0) + row[5]
    refundedMinor += row[6]
    tillId = row[9] ?? tillId
    shiftId = row[10] ?? shiftId
  }
  return {
    paid: { means, last4, intents, charges, feeMinor, refundedMinor, receipts, invoices: '' },
    served: {
      attendant,
      till: around.tillOf(tillId ?? null),
      shift: around.shiftOf(shiftId ?? null),
    },
  }
}

/** Words beside those before; the same again are told once. */
function beside(before: string, words: string | number | null): string {
  if (words === null || words === '') return before
  if (before === '') return String(words)
  return before.split(' ').includes(String(words)) ? before : `${before} ${words}`
}
