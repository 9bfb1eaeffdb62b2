import type { Id } from '../../../shared/domain/id/id.ts'
import type { BillVoid } from '../../../shared/domain/till/bill-void.ts'
import type { Writes } from '../store/writes.ts'
import { type Approver, passLimit, type Passing } from './approve.ts'
import { openShiftOf } from './movement.ts'

/** A bill that is made less by hand, or given away. */
export interface VoidWish {
  readonly act: 'bill.correct' | 'bill.settle' | 'payment.take'
  readonly billId: Id
  readonly tillId: Id | null
  readonly kind: BillVoid['kind']
  /** By how much it is less; nothing or below zero is no void. */
  readonly amountMinor: number
  readonly currency: string
  readonly note: string
}

/** Whether a bill may be made less by hand; to be asked once nothing else is in the way. */
export function passVoid(tx: Writes, approver: Approver, wish: VoidWish): Passing {
  const { act, billId: nounId, amountMinor, currency } = wish
  return passLimit(tx, approver, { what: 'void', act, nounId, amountMinor, currency })
}

/** Writes down that a bill was made less by hand, in the unit that did it. */
export function recordVoid(tx: Writes, wish: VoidWish, approvedBy: string | null): void {
  const { act, ...told } = wish
  if (told.amountMinor <= 0) return
  const shiftId = told.tillId === null ? null : (openShiftOf(tx, told.tillId)?.id ?? null)
  const row = { id: tx.newId(), shiftId, ...told, by: tx.actor, approvedBy, at: tx.now }
  tx.insert('billVoid', row)
  if (approvedBy !== null)
    tx.journal({ act: 'bill.approve', noun: 'bill', nounId: told.billId, reason: act, after: row })
}
