import type { Id } from '../../../shared/domain/id/id.ts'
import {
  type CashCount,
  type CountPurpose,
  type Pieces,
  totalOf,
} from '../../../shared/domain/till/cash-count.ts'
import { drawerSumsOf } from '../../../shared/domain/till/shift-sums.ts'
import type { Writes } from '../store/writes.ts'
import { type Held, heldShift, type Keeper, showDrawer } from './held.ts'

export type DrawerCounted =
  | { readonly kind: 'counted'; readonly count: CashCount }
  | Exclude<Held, { kind: 'held' }>

/** Writes down a count of a drawer, with what should have been there just then. */
export function countDrawer(
  tx: Writes,
  {
    id,
    purpose,
    denominations,
  }: { id: Id; purpose: Exclude<CountPurpose, 'opening'>; denominations: readonly Pieces[] },
  keeper: Keeper,
): DrawerCounted {
  const held = heldShift(tx, id, keeper)
  if (held.kind !== 'held') return held
  const count: CashCount = {
    ...{ id: tx.newId(), shiftId: id, purpose, denominations: [...denominations] },
    totalMinor: totalOf(denominations),
    expectedMinor: expectedIn(tx, id),
    ...{ by: tx.actor, at: tx.now },
  }
  tx.insert('cashCount', count)
  showDrawer(tx, held.shift)
  // Without what was expected: the journal is read by those who are to count blind.
  const { expectedMinor: _, ...after } = count
  tx.journal({ act: 'shift.count', noun: 'shift', nounId: id, reason: purpose, after })
  return { kind: 'counted', count }
}

/** What should be in the drawer of a shift by now. */
export function expectedIn(tx: Writes, shiftId: Id): number {
  return drawerSumsOf(tx.find('tillMovement', { shiftId })).expectedMinor
}

/** The counts of a shift in the order they were made. Ids don't tell it: those of one millisecond are in no order. */
export function countsOf(tx: Writes, shiftId: Id): CashCount[] {
  const rows = tx.sql('select id from cashCount where shiftId = ? order by rowid', [shiftId])
  return rows.flatMap(({ id }) => tx.get('cashCount', String(id)) ?? [])
}
