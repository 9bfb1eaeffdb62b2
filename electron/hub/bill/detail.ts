import type { BillDetail } from '../../../shared/contract/bill.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Reads } from '../store/reads.ts'

/** A bill with all that hangs on it, each kind in the order in which it was made; undefined when there is none. */
export async function billDetail(reads: Reads, billId: Id): Promise<BillDetail | undefined> {
  const bill = await reads.get('bill', billId)
  if (bill === undefined) return undefined
  const [revisions, payments, refunds, receipts] = await Promise.all([
    reads.find('billRevision', { billId }),
    reads.find('payment', { billId }),
    reads.find('refund', { billId }),
    reads.find('receipt', { billId }),
  ])
  return {
    bill,
    revisions: revisions.toSorted((a, b) => a.revision - b.revision),
    payments: payments.toSorted((a, b) => a.createdAt - b.createdAt),
    refunds: refunds.toSorted((a, b) => a.createdAt - b.createdAt),
    receipts: receipts.toSorted((a, b) => a.number - b.number),
  }
}
