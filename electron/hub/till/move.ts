import type { Id } from '../../../shared/domain/id/id.ts'
import { cashMoved } from '../../../shared/domain/ledger/till-postings.ts'
import { type CashMove, drawerMinor } from '../../../shared/domain/till/cash-move.ts'
import { post } from '../ledger/post.ts'
import type { Writes } from '../store/writes.ts'
import { type Held, heldShift, type Keeper, showDrawer } from './held.ts'
import { countAtTill, drawerMoved } from './movement.ts'
import { named } from './open.ts'

/** What was put into the drawer of a shift and taken out of it, in the order it was done. */
export function movesOf(tx: Writes, shiftId: Id): CashMove[] {
  const rows = tx.sql('select id from cashMove where shiftId = ? order by rowid', [shiftId])
  return rows.flatMap(({ id }) => tx.get('cashMove', String(id)) ?? [])
}

export type Moved =
  | { readonly kind: 'moved'; readonly move: CashMove }
  | Exclude<Held, { kind: 'held' }>

/** Puts cash into a drawer or takes it out, other than by a payment. */
export function moveCash(
  tx: Writes,
  { id, kind, amountMinor, reason }: { id: Id } & Pick<CashMove, 'kind' | 'amountMinor' | 'reason'>,
  keeper: Keeper,
): Moved {
  const held = heldShift(tx, id, keeper)
  if (held.kind !== 'held') return held
  const { shift } = held
  const till = tx.get('till', shift.tillId) ?? { name: '' }
  const { currency, tillId } = shift
  const row: CashMove = {
    ...{ id: tx.newId(), shiftId: shift.id, kind, amountMinor, reason },
    ...{ by: tx.actor, at: tx.now },
  }
  tx.insert('cashMove', row)
  const text = `${named(till, shift)} ${reason}`
  const entry = post(tx, cashMoved(kind, { currency, amountMinor, text }))
  countAtTill(tx, entry, tillId, drawerMoved('cashMoved', currency, drawerMinor(row)))
  showDrawer(tx, shift)
  tx.journal({ act: 'shift.move', noun: 'shift', nounId: shift.id, reason, after: row })
  return { kind: 'moved', move: row }
}
