import type { Id } from '../../../shared/domain/id/id.ts'
import { isAhead, isRunning } from '../../../shared/domain/vehicle/ahead.ts'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import type { Writes } from '../store/writes.ts'
import { inTheWay, type SavedVehicle } from './save.ts'

export type ArchivedVehicle = SavedVehicle | { kind: 'booked'; bookings: number; rules: number }

/** Puts a vehicle aside; refused while it is booked, or a rule goes on booking it. */
export function archiveVehicle(tx: Writes, id: Id): ArchivedVehicle {
  const before = tx.get('vehicle', id)
  if (!before) return { kind: 'noVehicle', id }
  if (before.archivedAt !== null) return { kind: 'archived' }
  const today = siteDay(tx)
  const bookings = tx.find('booking', { vehicleId: id }).filter((row) => isAhead(row, tx.now))
  const rules = tx.find('recurring', { vehicleId: id }).filter((row) => isRunning(row, today))
  if (bookings.length > 0 || rules.length > 0)
    return { kind: 'booked', bookings: bookings.length, rules: rules.length }
  const vehicle = tx.update('vehicle', id, { archivedAt: tx.now, updatedAt: tx.now }) ?? before
  tx.journal({ act: 'vehicle.archive', noun: 'vehicle', nounId: id, before, after: vehicle })
  return { kind: 'saved', vehicle }
}

/** Brings a vehicle back that was put aside; one that is not aside stays as it is. */
export function restoreVehicle(tx: Writes, id: Id): SavedVehicle {
  const before = tx.get('vehicle', id)
  if (!before) return { kind: 'noVehicle', id }
  if (before.archivedAt === null) return { kind: 'saved', vehicle: before }
  const refused = inTheWay(tx, before, id)
  if (refused) return refused
  const back: Partial<Vehicle> = { archivedAt: null, mergedInto: null, updatedAt: tx.now }
  const vehicle = tx.update('vehicle', id, back) ?? before
  tx.journal({ act: 'vehicle.restore', noun: 'vehicle', nounId: id, before, after: vehicle })
  return { kind: 'saved', vehicle }
}

/** Today by the site's clock, yyyy-mm-dd. */
function siteDay(tx: Writes): string {
  const timeZone = tx.find('site', {})[0]?.timeZone ?? 'UTC'
  const now = Temporal.Instant.fromEpochMilliseconds(tx.now)
  return now.toZonedDateTimeISO(timeZone).toPlainDate().toString()
}
