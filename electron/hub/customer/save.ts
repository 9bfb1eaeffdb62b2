import type { CustomerInput } from '../../../shared/contract/customer.ts'
import type { Customer } from '../../../shared/domain/customer/customer.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Patch, Writes } from '../store/writes.ts'

/** Why a customer can't be as somebody wants it. */
export type CustomerRefusal = { kind: 'noCustomer'; id: Id } | { kind: 'archived' }

export type SavedCustomer = { kind: 'saved'; customer: Customer } | CustomerRefusal

/** Adds a customer. Two may have the same name. */
export function addCustomer(tx: Writes, words: CustomerInput): Customer {
  const customer: Customer = {
    id: tx.newId(),
    ...words,
    archivedAt: null,
    mergedInto: null,
    createdAt: tx.now,
    updatedAt: tx.now,
  }
  tx.insert('customer', customer)
  tx.journal({ act: 'customer.add', noun: 'customer', nounId: customer.id, after: customer })
  return customer
}

/** Changes what is told of a customer; what is left out stays. */
export function changeCustomer(tx: Writes, id: Id, words: Patch<'customer'>): SavedCustomer {
  const before = tx.get('customer', id)
  if (!before) return { kind: 'noCustomer', id }
  if (before.archivedAt !== null) return { kind: 'archived' }
  const customer = tx.update('customer', id, { ...words, updatedAt: tx.now }) ?? before
  tx.journal({ act: 'customer.update', noun: 'customer', nounId: id, before, after: customer })
  return { kind: 'saved', customer }
}
