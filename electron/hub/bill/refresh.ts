import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { moneyOf } from '../../../shared/domain/bill/money-of-bill.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Writes } from '../store/writes.ts'

/**
 * Brings what is paid, held and due of a bill up to date with its payments. To be called in the unit that changes one.
 * @returns the bill as it now is; undefined when there is none
 */
export function refreshBill(tx: Writes, billId: Id): Bill | undefined {
  const bill = tx.get('bill', billId)
  return bill && changeBill(tx, bill, {})
}

/** Changes a bill, and what is due of it with that. Writes nothing where nothing is another. */
export function changeBill(tx: Writes, bill: Bill, patch: Partial<Bill>): Bill {
  const payments = tx.find('payment', { billId: bill.id })
  const { paidMinor, heldMinor, dueMinor } = moneyOf({ ...bill, ...patch }, payments)
  const isSame =
    Object.keys(patch).length === 0 &&
    bill.paidMinor === paidMinor &&
    bill.heldMinor === heldMinor &&
    bill.dueMinor === dueMinor
  if (isSame) return bill
  // An estimate is as old as it is, whatever is paid meanwhile: see `follow-bookings.ts`.
  const updatedAt =
    bill.state === 'estimated' && Object.keys(patch).length === 0 ? bill.updatedAt : tx.now
  return tx.change('bill', bill, { ...patch, paidMinor, heldMinor, dueMinor, updatedAt })
}
