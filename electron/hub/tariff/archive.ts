import type { Id } from '../../../shared/domain/id/id.ts'
import type { Writes } from '../store/writes.ts'
import type { SavedTariff } from './save.ts'

export type ArchivedTariff =
  | SavedTariff
  | { readonly kind: 'assigned'; readonly assignments: number }

/** Puts a tariff aside; refused while it is for somebody. Its versions stay for the stays that have them. */
export function archiveTariff(tx: Writes, id: Id): ArchivedTariff {
  const before = tx.get('tariff', id)
  if (!before) return { kind: 'noTariff', id }
  if (before.archivedAt !== null) return { kind: 'archived' }
  const assignments = tx.find('tariffAssignment', { tariffId: id }).length
  if (assignments > 0) return { kind: 'assigned', assignments }
  const tariff = tx.update('tariff', id, { archivedAt: tx.now, updatedAt: tx.now }) ?? before
  tx.journal({ act: 'tariff.archive', noun: 'tariff', nounId: id, before, after: tariff })
  return { kind: 'saved', tariff }
}

/** Brings a tariff back that was put aside; one that is not aside stays as it is. */
export function restoreTariff(tx: Writes, id: Id): SavedTariff {
  const before = tx.get('tariff', id)
  if (!before) return { kind: 'noTariff', id }
  if (before.archivedAt === null) return { kind: 'saved', tariff: before }
  const tariff = tx.update('tariff', id, { archivedAt: null, updatedAt: tx.now }) ?? before
  tx.journal({ act: 'tariff.restore', noun: 'tariff', nounId: id, before, after: tariff })
  return { kind: 'saved', tariff }
}
