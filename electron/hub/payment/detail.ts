import type { PaymentDetail } from '../../../shared/contract/payment.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts'
import type { LedgerEntry } from '../../../shared/domain/ledger/entry.ts'
import { historyOf } from '../../../shared/domain/payment/history.ts'
import { refundable } from '../../../shared/domain/payment/refunding.ts'
import { entriesWith } from '../ledger/read-entries.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'
import { byAge } from '../../../shared/domain/payment/by-age.ts'

/** A payment with all that happened to it, in the order it happened; null when there is none. */
export async function paymentDetail(reads: Reads, id: Id): Promise<PaymentDetail | null> {
  const payment = await reads.get('payment', id)
  if (payment === undefined) return null
  const bill = await reads.get('bill', payment.billId)
  if (bill === undefined) return null
  const refunds = (await reads.find('refund', { paymentId: id })).sort(byAge)
  const disputes = (await reads.find('dispute', { paymentId: id })).sort(byAge)
  const calls = (await reads.find('stripeCall', { paymentId: id })).sort(byAge)
  const receipts = await reads.find('receipt', { billId: bill.id, paymentId: id })
  const journal = await journalOf(reads, [id, ...refunds.map((refund) => refund.id)])
  const entries = await entriesOf(reads, id)
  return {
    payment,
    bill,
    refunds,
    disputes,
    calls,
    journal,
    history: historyOf({ journal, calls, refunds, receipts, entries }),
    ...refundable(payment, refunds, disputes),
  }
}

async function journalOf(reads: Reads, ids: readonly Id[]): Promise<JournalEntry[]> {
  const rows = await reads.query
    .selectFrom('journal')
    .selectAll()
    .where('noun', 'in', ['payment', 'refund'])
    .where('nounId', 'in', ids)
    .orderBy('id')
    .execute()
  return rows.map((row) => decodeRow('journal', row))
}

async function entriesOf(reads: Reads, paymentId: Id): Promise<LedgerEntry[]> {
  const rows = await reads.query
    .selectFrom('ledgerEntry')
    .select('id')
    .where('paymentId', '=', paymentId)
    .orderBy('id')
    .execute()
  return entriesWith(
    reads,
    rows.map(({ id }) => id),
  )
}
