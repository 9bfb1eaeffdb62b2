import { issueReceipt } from '../payment/receipt.ts'
import { DAY } from '../../../shared/time/instant.ts'
import type { Store } from '../store/store.ts'
import type { Writes } from '../store/writes.ts'

/** A refund may take the bank so long. */
const LOOKED_BACK_MS = 30 * DAY

/** Makes out what receipts drivers are due: of each payment that was taken, and each refund that was given. */
export async function issueDueReceipts(store: Store): Promise<void> {
  const due = await store.work('hub', (tx) => dueReceipts(tx))
  if (due.length === 0) return
  await store.work('hub', (tx) => {
    for (const { paymentId, refundId } of due) issueReceipt(tx, paymentId, refundId)
  })
}

interface Due {
  readonly paymentId: string
  readonly refundId: string | null
}

function dueReceipts(tx: Writes): Due[] {
  const since = tx.now - LOOKED_BACK_MS
  const payments = tx.sql(
    `select payment.id as paymentId from visit
      join bill on bill.bookingId = visit.bookingId join payment on payment.billId = bill.id
      where visit.createdAt > ? and payment.capturedMinor > 0 and payment.receiptNumber is null`,
    [since],
  )
  const refunds = tx.sql(
    `select refund.paymentId, refund.id as refundId from visit
      join bill on bill.bookingId = visit.bookingId join refund on refund.billId = bill.id
      where visit.createdAt > ? and refund.state = 'succeeded' and refund.receiptNumber is null`,
    [since],
  )
  return [...payments, ...refunds].map(({ paymentId, refundId }) => ({
    paymentId: String(paymentId),
    refundId: refundId === undefined ? null : String(refundId),
  }))
}
