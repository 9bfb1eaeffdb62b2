import type { Id } from '../../../shared/domain/id/id.ts'
import type { Shift } from '../../../shared/domain/till/shift.ts'
import type { Writes } from '../store/writes.ts'

/** Whoever acts at a drawer. */
export interface Keeper {
  /** Whether they may act at the drawer of another: a supervisor, and everybody where there are no users. */
  readonly mayAnyDrawer: boolean
}

export type Held =
  | { readonly kind: 'held'; readonly shift: Shift }
  | { readonly kind: 'missing' | 'closed' }
  | { readonly kind: 'anothers'; readonly heldBy: string }

/** An open shift whose drawer is the actor's to move and count. */
export function heldShift(tx: Writes, id: Id, { mayAnyDrawer }: Keeper): Held {
  const shift = tx.get('shift', id)
  if (shift === undefined) return { kind: 'missing' }
  if (shift.state === 'closed') return { kind: 'closed' }
  if (!mayAnyDrawer && shift.heldBy !== tx.actor) return { kind: 'anothers', heldBy: shift.heldBy }
  return { kind: 'held', shift }
}

/** Has every window look anew at what happened to a drawer: they follow its shift, not its counts and moves. */
export function showDrawer(tx: Writes, shift: Shift): void {
  tx.change('shift', shift, { updatedAt: tx.now })
}

/** Makes the actor answer for an open shift. */
export function takeOver(
  tx: Writes,
  id: Id,
  note: string,
): { kind: 'taken'; shift: Shift } | { kind: 'missing' } | { kind: 'closed' } {
  const before = tx.get('shift', id)
  if (before === undefined) return { kind: 'missing' }
  if (before.state === 'closed') return { kind: 'closed' }
  if (before.heldBy === tx.actor) return { kind: 'taken', shift: before }
  const shift = tx.change('shift', before, { heldBy: tx.actor, updatedAt: tx.now })
  tx.journal({
    ...{ act: 'shift.takeOver', noun: 'shift', nounId: id, before, after: shift },
    ...(note ? { reason: note } : {}),
  })
  return { kind: 'taken', shift }
}
