import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Writes } from '../store/writes.ts'
import { billFor } from './adopt.ts'
import { placeOfStay } from './bill-place.ts'
import type { Settled } from './make-final.ts'
import { changeBill } from './refresh.ts'
import { reviseBill } from './revise.ts'
import type { Watcher } from './stay-of.ts'

/** The finished transactions of which more was told. */
export function lateStays(tx: Writes): Id[] {
  return tx.sql('select id from lateStay', []).map(({ id }) => String(id))
}

/**
 * Looks again at the bill of a stay of which more was told after it had ended: one that is final gets a revision, if that
 * comes to anything else.
 */
export function lookAtLateStay(
  tx: Writes,
  transactionId: Id,
  around: Watcher & { settled: Settled },
): void {
  const late = tx.get('lateStay', transactionId)
  if (late === undefined) return
  tx.remove('lateStay', transactionId)
  const transaction = tx.get('transaction', transactionId)
  const bill = transaction && billFor(tx, transaction, around.settled)
  if (transaction && bill)
    reviseBill(tx, placedAgain(tx, bill, transaction), { reason: late.reason }, around)
}

/** A start that came after its stop has told where the car stood, and whose it is. */
function placedAgain(tx: Writes, bill: Bill, transaction: Transaction): Bill {
  if (bill.connectorId === transaction.connectorId) return bill
  const [booking = null] = tx.find('booking', { transactionId: transaction.id })
  const { connectorId, startsAt, plate, idToken, bookingId } = placeOfStay(
    tx,
    transaction,
    booking,
    bill,
  )
  return changeBill(tx, bill, { connectorId, startsAt, plate, idToken, bookingId })
}
