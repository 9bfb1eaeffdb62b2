import { implement } from '@orpc/server'
import { customerContract } from '../../../../shared/contract/customer.ts'
import { archiveCustomer, restoreCustomer } from '../../customer/archive.ts'
import { listCustomers } from '../../customer/list.ts'
import { mergeCustomer } from '../../customer/merge.ts'
import { addCustomer, changeCustomer } from '../../customer/save.ts'
import { workOnce } from './once.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(customerContract).$context<Caller>().use(everyCall)

const missing = (id: string) => ({ data: { noun: 'customer', id } })

export function customerRouter({ store }: RouterParts) {
  return {
    list: on.list.handler(({ input }) => listCustomers(store.reads, input)),

    get: on.get.handler(async ({ input, errors }) => {
      const customer = await store.reads.get('customer', input.id)
      if (!customer) throw errors.NOT_FOUND(missing(input.id))
      return customer
    }),

    create: on.create.handler(({ input, context }) =>
      workOnce(store, context, 'customer.create', input, (tx) => addCustomer(tx, input)),
    ),

    update: on.update.handler(({ input, context, errors }) =>
      workOnce(store, context, 'customer.update', input, (tx) => {
        const { id, ...words } = input
        const changed = changeCustomer(tx, id, words)
        if (changed.kind === 'noCustomer') throw errors.NOT_FOUND(missing(id))
        if (changed.kind === 'archived') throw errors.CUSTOMER_ARCHIVED()
        return changed.customer
      }),
    ),

    archive: on.archive.handler(({ input, context, errors }) =>
      workOnce(store, context, 'customer.archive', input, (tx) => {
        const archived = archiveCustomer(tx, input.id)
        if (archived.kind === 'noCustomer') throw errors.NOT_FOUND(missing(input.id))
        if (archived.kind === 'archived') throw errors.CUSTOMER_ARCHIVED()
        if (archived.kind === 'hasVehicles')
          throw errors.CUSTOMER_HAS_VEHICLES({ data: { vehicles: archived.vehicles } })
        return archived.customer
      }),
    ),

    restore: on.restore.handler(({ input, context, errors }) =>
      workOnce(store, context, 'customer.restore', input, (tx) => {
        const restored = restoreCustomer(tx, input.id)
        if (restored.kind !== 'saved') throw errors.NOT_FOUND(missing(input.id))
        return restored.customer
      }),
    ),

    merge: on.merge.handler(({ input, context, errors }) =>
      workOnce(store, context, 'customer.merge', input, (tx) => {
        const merged = mergeCustomer(tx, input.id, input.from)
        if (merged.kind === 'same') throw errors.SAME_CUSTOMER()
        if (merged.kind === 'noCustomer') throw errors.NOT_FOUND(missing(merged.id))
        if (merged.kind === 'archived') throw errors.CUSTOMER_ARCHIVED()
        return merged.customer
      }),
    ),
  }
}
