import type { VehicleInput } from '../../../shared/contract/vehicle.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { holderOfPlate } from '../../../shared/domain/vehicle/plate.ts'
import type { Vehicle, VehicleWords } from '../../../shared/domain/vehicle/vehicle.ts'
import type { Patch, Writes } from '../store/writes.ts'

/** Why a vehicle can't be as somebody wants it. */
export type VehicleRefusal =
  | { kind: 'noVehicle'; id: Id }
  | { kind: 'noCustomer'; id: Id }
  | { kind: 'archived' }
  | { kind: 'customerArchived'; customerId: Id }
  | { kind: 'plateTaken'; vehicleId: Id }

export type SavedVehicle = { kind: 'saved'; vehicle: Vehicle } | VehicleRefusal

/** Adds a vehicle. */
export function addVehicle(tx: Writes, words: VehicleInput): SavedVehicle {
  const refused = inTheWay(tx, words, null)
  if (refused) return refused
  const vehicle: Vehicle = {
    id: tx.newId(),
    ...words,
    archivedAt: null,
    mergedInto: null,
    createdAt: tx.now,
    updatedAt: tx.now,
  }
  tx.insert('vehicle', vehicle)
  tx.journal({ act: 'vehicle.add', noun: 'vehicle', nounId: vehicle.id, after: vehicle })
  return { kind: 'saved', vehicle }
}

/** Changes what is told of a vehicle; what is left out stays. */
export function changeVehicle(tx: Writes, id: Id, words: Patch<'vehicle'>): SavedVehicle {
  const before = tx.get('vehicle', id)
  if (!before) return { kind: 'noVehicle', id }
  if (before.archivedAt !== null) return { kind: 'archived' }
  const { plate, customerId } = words
  const refused = inTheWay(
    tx,
    // The customer it has is none of this change's business.
    { plate, customerId: customerId === before.customerId ? null : customerId },
    id,
  )
  if (refused) return refused
  const vehicle = tx.update('vehicle', id, { ...words, updatedAt: tx.now }) ?? before
  tx.journal({ act: 'vehicle.update', noun: 'vehicle', nounId: id, before, after: vehicle })
  return { kind: 'saved', vehicle }
}

/**
 * What keeps a vehicle from having a plate and a customer; undefined when nothing does.
 * @param except the vehicle itself, where it is there already
 */
export function inTheWay(
  tx: Writes,
  { plate, customerId }: { [Word in 'plate' | 'customerId']?: VehicleWords[Word] | undefined },
  except: Id | null,
): VehicleRefusal | undefined {
  if (typeof customerId === 'string') {
    const customer = tx.get('customer', customerId)
    if (!customer) return { kind: 'noCustomer', id: customerId }
    if (customer.archivedAt !== null) return { kind: 'customerArchived', customerId }
  }
  if (plate === undefined) return undefined
  const holder = holderOfPlate(tx.find('vehicle', { archivedAt: null }), plate, except)
  return holder && { kind: 'plateTaken', vehicleId: holder.id }
}
