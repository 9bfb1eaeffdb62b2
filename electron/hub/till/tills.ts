import type { Id } from '../../../shared/domain/id/id.ts'
import { unfinishedPayments } from '../../../shared/domain/payment/payment.ts'
import type { TillTerms, TillTermsWords } from '../../../shared/domain/till/till-terms.ts'
import type { Till } from '../../../shared/domain/till/till.ts'
import type { Patch, Writes } from '../store/writes.ts'
import { tillTermsOf } from './approve.ts'
import { openShiftOf } from './movement.ts'

export type Named = { kind: 'done'; till: Till } | { kind: 'missing' } | { kind: 'nameTaken' }

export function createTill(tx: Writes, name: string): Named {
  if (hasName(tx, name, null)) return { kind: 'nameTaken' }
  const row: Till = {
    ...{ id: tx.newId(), name, archivedAt: null },
    ...{ createdAt: tx.now, updatedAt: tx.now },
  }
  tx.insert('till', row)
  tx.journal({ act: 'till.create', noun: 'till', nounId: row.id, after: row })
  return { kind: 'done', till: row }
}

export function renameTill(tx: Writes, id: Id, name: string): Named {
  const before = tx.get('till', id)
  if (before === undefined) return { kind: 'missing' }
  if (hasName(tx, name, id)) return { kind: 'nameTaken' }
  const after = tx.change('till', before, { name, updatedAt: tx.now })
  tx.journal({ act: 'till.rename', noun: 'till', nounId: id, before, after })
  return { kind: 'done', till: after }
}

export type Archived =
  | { kind: 'done'; till: Till }
  | { kind: 'missing' | 'shiftOpen' | 'stillToCount' }

/** Takes a till out of use, once all that was ever done at it is in a Z report. */
export function archiveTill(tx: Writes, id: Id): Archived {
  const before = tx.get('till', id)
  if (before === undefined) return { kind: 'missing' }
  if (before.archivedAt !== null) return { kind: 'done', till: before }
  if (openShiftOf(tx, id)) return { kind: 'shiftOpen' }
  const isToCome = [...unfinishedPayments].some(
    (state) => tx.find('payment', { tillId: id, state }).length > 0,
  )
  if (isToCome || tx.find('tillMovement', { tillId: id, shiftId: null }).length > 0)
    return { kind: 'stillToCount' }
  const after = tx.change('till', before, { archivedAt: tx.now, updatedAt: tx.now })
  tx.journal({ act: 'till.archive', noun: 'till', nounId: id, before, after })
  return { kind: 'done', till: after }
}

/** Changes how tills are kept; what is left out stays. */
export function changeTillTerms(
  tx: Writes,
  words: { [Word in keyof TillTermsWords]?: TillTermsWords[Word] | undefined },
): TillTerms {
  const before = tillTermsOf(tx)
  const patch: Patch<'tillTerms'> = { ...words, updatedAt: tx.now }
  const after = tx.update('tillTerms', before.id, patch) ?? before
  tx.journal({ act: 'tillTerms.update', noun: 'tillTerms', nounId: before.id, before, after })
  return after
}

/** Names of tills in use differ, or nobody knows which drawer is meant. */
function hasName(tx: Writes, name: string, butId: Id | null): boolean {
  const wanted = name.toLowerCase()
  return tx
    .find('till', { archivedAt: null })
    .some((row) => row.id !== butId && row.name.toLowerCase() === wanted)
}
