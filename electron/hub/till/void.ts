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

/**
 * Whether a bill may be made less by hand, in the unit that does it and once nothing else is in the way; where it may,
 * that is written down.
 */
export function voidBill(tx: Writes, approver: Approver, wish: VoidWish): Passing {
  const { act, ...told } = wish
  const { billId: nounId, amountMinor, currency, tillId } = told
  if (amountMinor <= 0) return { kind: 'passes', approvedBy: null }
  const before = tx.find('billVoid', { billId: nounId })
  const passing = passLimit(tx, approver, {
    ...{ what: 'void', act, nounId, amountMinor, currency },
    billMinor: before.reduce((sum, row) => sum + row.amountMinor, 0),
  })
  if (passing.kind === 'refused') return passing
  const { approvedBy } = passing
  const shiftId = tillId === null ? null : (openShiftOf(tx, tillId)?.id ?? null)
  const row = { id: tx.newId(), shiftId, ...told, by: tx.actor, approvedBy, at: tx.now }
  tx.insert('billVoid', row)
  if (approvedBy !== null)
    tx.journal({ act: 'bill.approve', noun: 'bill', nounId, reason: act, after: row })
  return passing
}
