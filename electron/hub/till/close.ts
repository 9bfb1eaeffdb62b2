import type { Id } from '../../../shared/domain/id/id.ts'
import { FIRST_PREVIOUS_HASH } from '../../../shared/domain/ledger/chain.ts'
import { drawerEmptied, varianceFound } from '../../../shared/domain/ledger/till-postings.ts'
import { closing, type ClosingRefusal } from '../../../shared/domain/till/closing.ts'
import { drawerSumsOf } from '../../../shared/domain/till/shift-sums.ts'
import type { Shift } from '../../../shared/domain/till/shift.ts'
import { chainedZ } from '../../../shared/domain/till/z-chain.ts'
import type { ZReport } from '../../../shared/domain/till/z-report.ts'
import { post } from '../ledger/post.ts'
import { sha256 } from '../ledger/sha256.ts'
import type { Writes } from '../store/writes.ts'
import { type ApprovalNeeded, type Approver, passLimit } from './approve.ts'
import { countsOf } from './count.ts'
import { type Held, heldShift, type Keeper } from './held.ts'
import { countAtTill, drawerMoved } from './movement.ts'
import { named } from './open.ts'
import { unfinishedAt } from './under-way.ts'
import { zContentOf } from './z-content.ts'

export interface CloseWish {
  readonly id: Id
  readonly varianceReason: string
  readonly handOverNote: string
}

export type Closed =
  | { readonly kind: 'closed'; readonly report: ZReport }
  | { readonly kind: 'refused'; readonly refusal: ClosingRefusal | ApprovalNeeded }
  | { readonly kind: 'notHeld'; readonly held: Exclude<Held, { kind: 'held' }> }

/**
 * Closes a shift: what the count is off by is entered, all that was counted goes back to the safe, and the Z report is
 * made with the next number, in one unit.
 * @param version the program's
 */
export function closeShift(
  tx: Writes,
  { id, varianceReason, handOverNote }: CloseWish,
  { keeper, approver, version }: { keeper: Keeper; approver: Approver; version: string },
): Closed {
  const held = heldShift(tx, id, keeper)
  if (held.kind !== 'held') return { kind: 'notHeld', held }
  const before = held.shift
  const movements = tx.find('tillMovement', { shiftId: id })
  const counts = countsOf(tx, id)
  const { expectedMinor } = drawerSumsOf(movements)
  const payments = unfinishedAt(tx, before.tillId)
  const judged = closing(before, { payments, counts, expectedMinor, varianceReason })
  if (judged.kind === 'refused') return judged
  const { countedMinor, varianceMinor, handedOver } = judged
  const passing = passLimit(tx, approver, {
    ...{ what: 'variance', act: 'till.close', nounId: id },
    ...{ amountMinor: Math.abs(varianceMinor), currency: before.currency },
  })
  if (passing.kind === 'refused') return passing
  empty(tx, before, { countedMinor, varianceMinor })
  const shift = tx.change('shift', before, {
    ...{ state: 'closed', closedAt: tx.now, closedBy: tx.actor, updatedAt: tx.now },
    ...{ countedMinor, expectedMinor, varianceMinor },
    varianceReason: varianceMinor === 0 ? '' : varianceReason,
    varianceApprovedBy: passing.approvedBy,
    handOverNote,
  })
  const report = addReport(
    tx,
    shift,
    zContentOf(tx, shift, { movements, counts, handedOver, version }),
  )
  tx.journal({
    ...{ act: 'shift.close', noun: 'shift', nounId: id, before, after: shift },
    ...(shift.varianceReason ? { reason: shift.varianceReason } : {}),
  })
  return { kind: 'closed', report }
}

/** Enters what the drawer was off by, and that all of it lies in the safe again. */
function empty(
  tx: Writes,
  shift: Shift,
  { countedMinor, varianceMinor }: { countedMinor: number; varianceMinor: number },
): void {
  const { tillId, currency } = shift
  const text = named(tx.get('till', tillId) ?? { name: '' }, shift)
  const found = varianceFound({ currency, amountMinor: varianceMinor, text })
  countAtTill(tx, post(tx, found), tillId, drawerMoved('varianceFound', currency, varianceMinor))
  const emptied = drawerEmptied({ currency, amountMinor: countedMinor, text })
  countAtTill(tx, post(tx, emptied), tillId, drawerMoved('drawerEmptied', currency, -countedMinor))
}

/** The next Z report, hanging on the last; within the unit, so that a unit that fails leaves no gap. */
function addReport(tx: Writes, shift: Shift, content: ZReport['content']): ZReport {
  const [last] = tx.sql('select number, hash from zReport order by number desc limit 1', [])
  const report = chainedZ(sha256, {
    ...{ id: tx.newId(), number: Number(last?.['number'] ?? 0) + 1 },
    ...{ tillId: shift.tillId, shiftId: shift.id, at: tx.now, content },
    previousHash: String(last?.['hash'] ?? FIRST_PREVIOUS_HASH),
  })
  tx.insert('zReport', report)
  return report
}
