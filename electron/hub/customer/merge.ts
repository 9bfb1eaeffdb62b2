import { wordsFromMerged } from '../../../shared/domain/customer/merge.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Writes } from '../store/writes.ts'
import type { SavedCustomer } from './save.ts'

export type MergedCustomer = SavedCustomer | { kind: 'same' }

/**
 * Says that two customers are one: what belongs to `from` becomes the other's, words it lacks are taken over, and
 * `from` is put aside.
 */
export function mergeCustomer(tx: Writes, id: Id, from: Id): MergedCustomer {
  if (id === from) return { kind: 'same' }
  const before = tx.get('customer', id)
  const other = tx.get('customer', from)
  if (!before) return { kind: 'noCustomer', id }
  if (!other) return { kind: 'noCustomer', id: from }
  if (before.archivedAt !== null || other.mergedInto !== null) return { kind: 'archived' }
  const mine = { customerId: id, updatedAt: tx.now }
  for (const vehicle of tx.find('vehicle', { customerId: from }))
    tx.update('vehicle', vehicle.id, mine)
  for (const booking of tx.find('booking', { customerId: from }))
    tx.update('booking', booking.id, { ...mine, revision: booking.revision + 1 })
  for (const rule of tx.find('recurring', { customerId: from }))
    tx.update('recurring', rule.id, mine)
  for (const token of tx.find('idToken', { customerId: from })) tx.update('idToken', token.id, mine)
  for (const assignment of tx.find('tariffAssignment', { customerId: from }))
    tx.update('tariffAssignment', assignment.id, { customerId: id })
  // What is final stays in the books under whom it was billed to.
  for (const state of ['estimated', 'running'] as const)
    for (const bill of tx.find('bill', { customerId: from, state }))
      tx.update('bill', bill.id, { customerId: id })
  // Who was merged into it before is now this one too.
  for (const earlier of tx.find('customer', { mergedInto: from }))
    tx.update('customer', earlier.id, { mergedInto: id, updatedAt: tx.now })
  const archivedAt = other.archivedAt ?? tx.now
  tx.update('customer', from, { archivedAt, mergedInto: id, updatedAt: tx.now })
  const words = wordsFromMerged(before, other)
  const customer = tx.update('customer', id, { ...words, updatedAt: tx.now }) ?? before
  tx.journal({
    act: 'customer.merge',
    noun: 'customer',
    nounId: id,
    reason: `${other.name} → ${before.name}`,
    before,
    after: customer,
  })
  return { kind: 'saved', customer }
}
