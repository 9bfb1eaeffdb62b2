import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import { wordsFromMerged } from '../../../shared/domain/customer/merge.ts'
import { pageOf } from './fake-page.ts'
import { newId } from './fake-store.ts'
import type { FakeStore } from './fake-store.ts'

/** Customers, in memory. Those put aside are in the snapshot too; a real hub leaves them out. */
export function fakeCustomers(store: FakeStore) {
  const os = implement(contract).customer
  const missing = (id: string) => ({ data: { noun: 'customer', id } })

  return os.router({
    list: os.list.handler(({ input }) => {
      const wanted = input.search?.trim().toLowerCase() ?? ''
      const rows = store.rows.customer
        .filter((row) => (row.archivedAt !== null) === input.archived)
        .filter((row) =>
          [row.name, row.reference, row.email].some((word) => word.toLowerCase().includes(wanted)),
        )
        .toSorted((a, b) => a.name.localeCompare(b.name))
      return pageOf(rows, input.after?.replace('~0', ''), input.limit, '~0')
    }),
    get: os.get.handler(({ input, errors }) => {
      const customer = store.find('customer', input.id)
      if (!customer) throw errors.NOT_FOUND(missing(input.id))
      return customer
    }),
    create: os.create.handler(({ input }) => {
      const now = Date.now()
      return store.put('customer', {
        id: newId(),
        ...input,
        archivedAt: null,
        mergedInto: null,
        createdAt: now,
        updatedAt: now,
      })
    }),
    update: os.update.handler(({ input, errors }) => {
      const customer = store.find('customer', input.id)
      if (!customer) throw errors.NOT_FOUND(missing(input.id))
      if (customer.archivedAt !== null) throw errors.CUSTOMER_ARCHIVED()
      const told = Object.entries(input).filter(([, value]) => value !== undefined)
      const changes = Object.fromEntries(told)
      return store.put('customer', { ...customer, ...changes, updatedAt: Date.now() })
    }),
    archive: os.archive.handler(({ input, errors }) => {
      const customer = store.find('customer', input.id)
      if (!customer) throw errors.NOT_FOUND(missing(input.id))
      if (customer.archivedAt !== null) throw errors.CUSTOMER_ARCHIVED()
      const { length: vehicles } = store.rows.vehicle.filter(
        (row) => row.customerId === customer.id && row.archivedAt === null,
      )
      if (vehicles > 0) throw errors.CUSTOMER_HAS_VEHICLES({ data: { vehicles } })
      const now = Date.now()
      return store.put('customer', { ...customer, archivedAt: now, updatedAt: now })
    }),
    restore: os.restore.handler(({ input, errors }) => {
      const customer = store.find('customer', input.id)
      if (!customer) throw errors.NOT_FOUND(missing(input.id))
      const back = { archivedAt: null, mergedInto: null, updatedAt: Date.now() }
      return store.put('customer', { ...customer, ...back })
    }),
    merge: os.merge.handler(({ input: { id, from }, errors }) => {
      const kept = store.find('customer', id)
      const other = store.find('customer', from)
      if (!kept || !other) throw errors.NOT_FOUND(missing(kept ? from : id))
      if (id === from) throw errors.SAME_CUSTOMER()
      if (kept.archivedAt !== null || other.mergedInto !== null) throw errors.CUSTOMER_ARCHIVED()
      for (const table of ['vehicle', 'booking', 'recurring', 'idToken'] as const)
        for (const row of store.rows[table].filter(({ customerId }) => customerId === from))
          store.put(table, { ...row, customerId: id })
      const updatedAt = Date.now()
      store.put('customer', { ...other, archivedAt: updatedAt, mergedInto: id, updatedAt })
      return store.put('customer', { ...kept, ...wordsFromMerged(kept, other), updatedAt })
    }),
  })
}
