import type { Bill, Settlement } from '../../../shared/domain/bill/bill.ts'
import { basisOf } from '../../../shared/domain/bill/revision.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Writes } from '../store/writes.ts'
import { tariffOfBill } from './basis.ts'
import { isBeingPaid } from './being-paid.ts'
import { followBooking } from './follow-bookings.ts'
import { lastRevision, makeFinal, type Settled } from './make-final.ts'
import { changeBill } from './refresh.ts'

/** Who is to pay a bill. */
export interface SettleWish {
  readonly settlement: Settlement
  /** As before where it isn't told. */
  readonly customerId?: Id | null | undefined
  readonly note: string
}

export type SettledAs =
  | { kind: 'settled'; bill: Bill }
  | { kind: 'paid' }
  | { kind: 'needsCustomer' }
  | { kind: 'missing'; noun: 'customer'; id: Id }

/** Says who pays a bill. One that is final gets a revision where that moves a debt or makes it free. */
export function settleBill(
  tx: Writes,
  bill: Bill,
  { settlement, customerId = bill.customerId, note }: SettleWish,
  settled: Settled,
): SettledAs {
  if (settlement === bill.settlement && customerId === bill.customerId)
    return { kind: 'settled', bill }
  if (isBeingPaid(tx, bill)) return { kind: 'paid' }
  if (settlement === 'invoice' && customerId === null) return { kind: 'needsCustomer' }
  if (customerId !== null && tx.get('customer', customerId) === undefined)
    return { kind: 'missing', noun: 'customer', id: customerId }
  tx.journal({
    act: 'bill.settle',
    noun: 'bill',
    nounId: bill.id,
    reason: note,
    before: { settlement: bill.settlement, customerId: bill.customerId },
    after: { settlement, customerId },
  })
  const last = bill.state === 'final' ? lastRevision(tx, bill) : null
  const byHand = changeBill(tx, bill, { settledByHand: true })
  if (last === null) {
    const changed = changeBill(tx, byHand, { settlement, customerId })
    if (bill.state !== 'estimated') return { kind: 'settled', bill: changed }
    return { kind: 'settled', bill: followBooking(tx, changed, settled) }
  }
  const basis = { ...basisOf(last, tariffOfBill(tx, bill)), settlement }
  const making = { reason: 'byHand' as const, note, customerId }
  return { kind: 'settled', bill: makeFinal(tx, byHand, basis, making, settled) }
}
