import type { Id } from '../../../shared/domain/id/id.ts'
import { floatTaken } from '../../../shared/domain/ledger/till-postings.ts'
import { type Pieces, totalOf } from '../../../shared/domain/till/cash-count.ts'
import type { Shift } from '../../../shared/domain/till/shift.ts'
import type { Till } from '../../../shared/domain/till/till.ts'
import { post } from '../ledger/post.ts'
import type { Writes } from '../store/writes.ts'
import { countAtTill, countWhatWaited, drawerMoved, openShiftOf } from './movement.ts'

export interface OpenShiftWish {
  readonly tillId: Id
  readonly denominations: readonly Pieces[]
  readonly hasReadNote: boolean
}

export type ShiftOpened =
  | { readonly kind: 'opened'; readonly shift: Shift }
  | { readonly kind: 'missing' | 'archived' }
  | { readonly kind: 'shiftOpen'; readonly shift: Shift }
  | { readonly kind: 'noteUnread'; readonly handOverNote: string }

/**
 * Opens a shift with the float that was counted into the drawer. What came in at the till since the last one counts in
 * it.
 */
export function openShift(
  tx: Writes,
  { tillId, denominations, hasReadNote }: OpenShiftWish,
): ShiftOpened {
  const till = tx.get('till', tillId)
  const [site] = tx.find('site', {})
  if (till === undefined || site === undefined) return { kind: 'missing' }
  if (till.archivedAt !== null) return { kind: 'archived' }
  const open = openShiftOf(tx, tillId)
  if (open) return { kind: 'shiftOpen', shift: open }
  const last = lastShiftOf(tx, tillId)
  const handOverFrom = last?.handOverNote ?? ''
  if (handOverFrom !== '' && !hasReadNote) return { kind: 'noteUnread', handOverNote: handOverFrom }
  const floatMinor = totalOf(denominations)
  const shift: Shift = {
    ...{ id: tx.newId(), tillId, number: (last?.number ?? 0) + 1, state: 'open' },
    ...{ currency: site.currency, openedAt: tx.now, openedBy: tx.actor, heldBy: tx.actor },
    ...{ floatMinor, handOverFrom, closedAt: null, closedBy: null, countedMinor: null },
    ...{ expectedMinor: null, varianceMinor: null, varianceReason: '', varianceApprovedBy: null },
    ...{ handOverNote: '', updatedAt: tx.now },
  }
  tx.insert('shift', shift)
  tx.insert('cashCount', {
    ...{ id: tx.newId(), shiftId: shift.id, purpose: 'opening' },
    ...{ denominations: [...denominations], totalMinor: floatMinor, expectedMinor: floatMinor },
    ...{ by: tx.actor, at: tx.now },
  })
  const moved = { currency: shift.currency, amountMinor: floatMinor, text: named(till, shift) }
  const counted = drawerMoved('floatTaken', shift.currency, floatMinor)
  countAtTill(tx, post(tx, floatTaken(moved)), tillId, counted)
  countWhatWaited(tx, shift)
  tx.journal({ act: 'shift.open', noun: 'shift', nounId: shift.id, after: shift })
  return { kind: 'opened', shift }
}

/** A shift as the ledger's texts have it. */
export function named({ name }: Pick<Till, 'name'>, { number }: Pick<Shift, 'number'>): string {
  return `${name} · ${number}`
}

function lastShiftOf(tx: Writes, tillId: Id): Shift | undefined {
  const [row] = tx.sql('select id from shift where tillId = ? order by number desc limit 1', [
    tillId,
  ])
  return row && tx.get('shift', String(row['id']))
}
