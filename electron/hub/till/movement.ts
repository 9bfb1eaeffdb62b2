import type { Bill, VatSum } from '../../../shared/domain/bill/bill.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { LedgerEntry } from '../../../shared/domain/ledger/entry.ts'
import { vatShare } from '../../../shared/domain/payment/receipt-of.ts'
import type { Refund } from '../../../shared/domain/payment/refund.ts'
import type { Shift } from '../../../shared/domain/till/shift.ts'
import {
  oppositeVat,
  type TillMovement,
  type TillMovementKind,
} from '../../../shared/domain/till/till-movement.ts'
import type { Writes } from '../store/writes.ts'

/** The shift that is open at a till. */
export function openShiftOf(tx: Writes, tillId: Id): Shift | undefined {
  return tx.find('shift', { tillId, state: 'open' })[0]
}

/** What a movement is, apart from where and when it counts. */
export type Counted = Omit<TillMovement, 'id' | 'tillId' | 'shiftId' | 'at'>

/** Cash that moves in a drawer without a payer: what came in; below zero what went out. */
export function drawerMoved(
  kind: Exclude<TillMovementKind, 'paymentTaken' | 'refundGiven' | 'refundFailed'>,
  currency: string,
  amountMinor: number,
): Counted {
  return {
    ...{ kind, means: 'cash', amountMinor, roundingMinor: 0, currency },
    ...{ vat: [], paymentId: null, refundId: null },
  }
}

/**
 * Counts an entry of the ledger at a till, in the unit that entered it: in the shift that is open there, or in the next.
 * @param tillId null where it was done at none
 * @returns the shift; null where none is open
 */
export function countAtTill(
  tx: Writes,
  entry: LedgerEntry | null,
  tillId: Id | null,
  counted: Counted,
): Id | null {
  if (entry === null || tillId === null) return null
  const till = tx.get('till', tillId)
  // A till that is out of use has no next shift.
  if (till === undefined || till.archivedAt !== null) return null
  const shiftId = openShiftOf(tx, tillId)?.id ?? null
  tx.insert('tillMovement', { id: entry.id, tillId, shiftId, ...counted, at: tx.now })
  return shiftId
}

/** The tax in what a payer paid of a bill, as it is now. */
export function vatOfPaid(bill: Bill, amountMinor: number): VatSum[] {
  return vatShare(bill.vat, bill.inclMinor, amountMinor)
}

/**
 * The tax in what is given back, below zero: what it took off the bill, and of the rest the bill's share. One that came
 * back takes off what it had counted.
 */
export function vatOfRefund(
  tx: Writes,
  bill: Bill,
  { id, amountMinor, takenOff }: Refund,
  moved: 'given' | 'returned',
): VatSum[] {
  if (moved === 'returned') {
    const [given] = tx
      .find('tillMovement', { refundId: id })
      .filter(({ kind }) => kind === 'refundGiven')
    if (given) return oppositeVat(given.vat)
  }
  const offMinor = takenOff.reduce((sum, row) => sum + row.exclMinor + row.vatMinor, 0)
  const rest = offMinor < amountMinor ? vatOfPaid(bill, amountMinor - offMinor) : []
  const back = oppositeVat([...takenOff, ...rest])
  return moved === 'given' ? back : oppositeVat(back)
}

/** Counts in a shift that opens what came in at its till while none was open. */
export function countWhatWaited(tx: Writes, { id: shiftId, tillId }: Shift): void {
  for (const movement of tx.find('tillMovement', { tillId, shiftId: null })) {
    tx.change('tillMovement', movement, { shiftId })
    const { kind, paymentId, refundId } = movement
    const payment = kind === 'paymentTaken' && paymentId ? tx.get('payment', paymentId) : undefined
    if (payment?.shiftId === null) tx.change('payment', payment, { shiftId, updatedAt: tx.now })
    const refund = kind === 'refundGiven' && refundId ? tx.get('refund', refundId) : undefined
    if (refund?.shiftId === null) tx.change('refund', refund, { shiftId, updatedAt: tx.now })
  }
  for (const row of tx.find('billVoid', { tillId, shiftId: null }))
    tx.change('billVoid', row, { shiftId })
}
