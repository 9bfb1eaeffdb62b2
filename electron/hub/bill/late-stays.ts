import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Writes } from '../store/writes.ts'
import { billFor } from './adopt.ts'
import { isBeingPaid } from './being-paid.ts'
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
  if (transaction && bill) {
    const { placed, customerId } = placedAgain(tx, bill, transaction)
    reviseBill(tx, placed, { reason: late.reason, customerId }, around)
  }
}

/**
 * A start that came after its stop has told where the car stood, whose it is, and so who pays and by which tariff. Who
 * pays stays where money has moved already, and so does a bill in another currency.
 */
function placedAgain(
  tx: Writes,
  bill: Bill,
  transaction: Transaction,
): { placed: Bill } & Pick<Bill, 'customerId'> {
  const { customerId: before } = bill
  if (bill.connectorId === transaction.connectorId) return { placed: bill, customerId: before }
  const [booking = null] = tx.find('booking', { transactionId: transaction.id })
  const place = placeOfStay(tx, transaction, booking, bill)
  const { connectorId, startsAt, plate, idToken, bookingId } = place
  const where = { connectorId, startsAt, plate, idToken, bookingId }
  if (place.currency !== bill.currency || isBeingPaid(tx, bill))
    return { placed: changeBill(tx, bill, where), customerId: before }
  const { settlement, tariffVersionId, customerId } = place
  return { placed: changeBill(tx, bill, { ...where, settlement, tariffVersionId }), customerId }
}
