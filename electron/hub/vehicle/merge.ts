import type { Id } from '../../../shared/domain/id/id.ts'
import { wordsFromMerged } from '../../../shared/domain/vehicle/merge.ts'
import type { Writes } from '../store/writes.ts'
import type { SavedVehicle } from './save.ts'

export type MergedVehicle = SavedVehicle | { kind: 'same' }

/**
 * Says that two vehicles are one: what belongs to `from` becomes the other's, words it lacks are taken over, and
 * `from` is put aside.
 */
export function mergeVehicle(tx: Writes, id: Id, from: Id): MergedVehicle {
  if (id === from) return { kind: 'same' }
  const before = tx.get('vehicle', id)
  const other = tx.get('vehicle', from)
  if (!before) return { kind: 'noVehicle', id }
  if (!other) return { kind: 'noVehicle', id: from }
  if (before.archivedAt !== null || other.mergedInto !== null) return { kind: 'archived' }
  const updatedAt = tx.now
  for (const booking of tx.find('booking', { vehicleId: from }))
    tx.update('booking', booking.id, {
      vehicleId: id,
      revision: booking.revision + 1,
      updatedAt,
    })
  for (const rule of tx.find('recurring', { vehicleId: from }))
    tx.update('recurring', rule.id, { vehicleId: id, updatedAt })
  for (const token of tx.find('idToken', { vehicleId: from }))
    tx.update('idToken', token.id, { vehicleId: id, updatedAt })
  const aside = { archivedAt: other.archivedAt ?? tx.now, mergedInto: id, updatedAt }
  // What was merged into it before is now this one too.
  for (const earlier of tx.find('vehicle', { mergedInto: from }))
    tx.update('vehicle', earlier.id, { mergedInto: id, updatedAt })
  tx.update('vehicle', from, aside)
  const words = wordsFromMerged(before, other)
  const vehicle = tx.update('vehicle', id, { ...words, updatedAt }) ?? before
  const reason = `${other.plate} → ${before.plate}`
  tx.journal({ act: 'vehicle.merge', noun: 'vehicle', nounId: id, reason, before, after: vehicle })
  return { kind: 'saved', vehicle }
}
