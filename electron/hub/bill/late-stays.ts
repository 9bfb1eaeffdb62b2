import { decodeRow } from '../store/tables.ts'
import type { Writes } from '../store/writes.ts'
import { billFor } from './adopt.ts'
import { placeOfStay } from './bill-place.ts'
import type { Settled } from './make-final.ts'
import { changeBill } from './refresh.ts'
import { reviseBill } from './revise.ts'
import type { Watcher } from './stay-of.ts'

const AT_ONCE = 20

/**
 * Looks again at the bills of stays of which more was told after they had ended: a bill that is final gets a revision,
 * if that comes to anything else. @returns whether there may be more
 */
export function lookAtLateStays(tx: Writes, around: Watcher & { settled: Settled }): boolean {
  const rows = tx.sql(`select * from lateStay limit ${AT_ONCE}`, [])
  for (const row of rows) {
    const { id, reason } = decodeRow('lateStay', row)
    tx.remove('lateStay', id)
    const transaction = tx.get('transaction', id)
    const known = transaction && billFor(tx, transaction, around.settled)
    if (!transaction || !known) continue
    // A start that came after its stop has told where the car stood.
    const isPlaced = known.connectorId === transaction.connectorId
    const [booking = null] = isPlaced ? [] : tx.find('booking', { transactionId: id })
    const { stationId, connectorId, startsAt, plate, idToken, bookingId } = placeOfStay(
      tx,
      transaction,
      booking,
      known,
    )
    const place = { stationId, connectorId, startsAt, plate, idToken, bookingId }
    const bill = isPlaced ? known : changeBill(tx, known, place)
    reviseBill(tx, bill, { reason }, around)
  }
  return rows.length === AT_ONCE
}
