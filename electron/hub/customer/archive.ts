import type { Customer } from '../../../shared/domain/customer/customer.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Writes } from '../store/writes.ts'
import type { SavedCustomer } from './save.ts'

export type ArchivedCustomer = SavedCustomer | { kind: 'hasVehicles'; vehicles: number }

/** Puts a customer aside; refused while vehicles are left. */
export function archiveCustomer(tx: Writes, id: Id): ArchivedCustomer {
  const before = tx.get('customer', id)
  if (!before) return { kind: 'noCustomer', id }
  if (before.archivedAt !== null) return { kind: 'archived' }
  const vehicles = tx.find('vehicle', { customerId: id, archivedAt: null }).length
  if (vehicles > 0) return { kind: 'hasVehicles', vehicles }
  const customer = tx.update('customer', id, { archivedAt: tx.now, updatedAt: tx.now }) ?? before
  tx.journal({ act: 'customer.archive', noun: 'customer', nounId: id, before, after: customer })
  return { kind: 'saved', customer }
}

/** Brings a customer back that was put aside; one that is not aside stays as it is. */
export function restoreCustomer(tx: Writes, id: Id): SavedCustomer {
  const before = tx.get('customer', id)
  if (!before) return { kind: 'noCustomer', id }
  if (before.archivedAt === null) return { kind: 'saved', customer: before }
  const back: Partial<Customer> = { archivedAt: null, mergedInto: null, updatedAt: tx.now }
  const customer = tx.update('customer', id, back) ?? before
  tx.journal({ act: 'customer.restore', noun: 'customer', nounId: id, before, after: customer })
  return { kind: 'saved', customer }
}
