import type { Bill, BillSums } from '../../../shared/domain/bill/bill.ts'
import type { Writes } from '../store/writes.ts'
import type { BillPlace } from './bill-place.ts'

type What = BillPlace & BillSums & Pick<Bill, 'state' | 'energyWh' | 'estimatedMinor' | 'endsAt'>

/** Adds a bill for which no money has moved yet. */
export function addBill(tx: Writes, what: What): Bill {
  const bill: Bill = {
    id: tx.newId(),
    ...what,
    settledByHand: false,
    ...{ revision: 0, paidMinor: 0, heldMinor: 0, dueMinor: 0 },
    ...{ finalAt: null, remindedAt: null, reminders: 0, createdAt: tx.now, updatedAt: tx.now },
  }
  tx.insert('bill', bill)
  return bill
}
