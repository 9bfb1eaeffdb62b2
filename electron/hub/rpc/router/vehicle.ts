import { implement } from '@orpc/server'
import { vehicleContract } from '../../../../shared/contract/vehicle.ts'
import { archiveVehicle, restoreVehicle } from '../../vehicle/archive.ts'
import { listVehicles } from '../../vehicle/list.ts'
import { mergeVehicle } from '../../vehicle/merge.ts'
import { addVehicle, changeVehicle } from '../../vehicle/save.ts'
import { workOnce } from './once.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(vehicleContract).$context<Caller>().use(everyCall)

const missing = (noun: string, id: string) => ({ data: { noun, id } })

export function vehicleRouter({ store }: RouterParts) {
  return {
    list: on.list.handler(({ input }) => listVehicles(store.reads, input)),

    get: on.get.handler(async ({ input, errors }) => {
      const vehicle = await store.reads.get('vehicle', input.id)
      if (!vehicle) throw errors.NOT_FOUND(missing('vehicle', input.id))
      return vehicle
    }),

    create: on.create.handler(({ input, context, errors }) =>
      workOnce(store, context, 'vehicle.create', input, (tx) => {
        const added = addVehicle(tx, input)
        switch (added.kind) {
          case 'saved':
            return added.vehicle
          case 'plateTaken':
            throw errors.PLATE_TAKEN({ data: { vehicleId: added.vehicleId } })
          case 'customerArchived':
            throw errors.CUSTOMER_ARCHIVED({ data: { customerId: added.customerId } })
          case 'noCustomer':
            throw errors.NOT_FOUND(missing('customer', added.id))
          default:
            throw new Error(`A new vehicle can't be ${added.kind}`)
        }
      }),
    ),

    update: on.update.handler(({ input, context, errors }) =>
      workOnce(store, context, 'vehicle.update', input, (tx) => {
        const { id, ...words } = input
        const changed = changeVehicle(tx, id, words)
        switch (changed.kind) {
          case 'saved':
            return changed.vehicle
          case 'archived':
            throw errors.VEHICLE_ARCHIVED()
          case 'plateTaken':
            throw errors.PLATE_TAKEN({ data: { vehicleId: changed.vehicleId } })
          case 'customerArchived':
            throw errors.CUSTOMER_ARCHIVED({ data: { customerId: changed.customerId } })
          case 'noCustomer':
            throw errors.NOT_FOUND(missing('customer', changed.id))
          case 'noVehicle':
            throw errors.NOT_FOUND(missing('vehicle', changed.id))
        }
      }),
    ),

    archive: on.archive.handler(({ input, context, errors }) =>
      workOnce(store, context, 'vehicle.archive', input, (tx) => {
        const archived = archiveVehicle(tx, input.id)
        switch (archived.kind) {
          case 'saved':
            return archived.vehicle
          case 'booked':
            throw errors.VEHICLE_BOOKED({
              data: { bookings: archived.bookings, rules: archived.rules },
            })
          case 'archived':
            throw errors.VEHICLE_ARCHIVED()
          default:
            throw errors.NOT_FOUND(missing('vehicle', input.id))
        }
      }),
    ),

    restore: on.restore.handler(({ input, context, errors }) =>
      workOnce(store, context, 'vehicle.restore', input, (tx) => {
        const restored = restoreVehicle(tx, input.id)
        switch (restored.kind) {
          case 'saved':
            return restored.vehicle
          case 'plateTaken':
            throw errors.PLATE_TAKEN({ data: { vehicleId: restored.vehicleId } })
          case 'customerArchived':
            throw errors.CUSTOMER_ARCHIVED({ data: { customerId: restored.customerId } })
          default:
            throw errors.NOT_FOUND(missing('vehicle', input.id))
        }
      }),
    ),

    merge: on.merge.handler(({ input, context, errors }) =>
      workOnce(store, context, 'vehicle.merge', input, (tx) => {
        const merged = mergeVehicle(tx, input.id, input.from)
        switch (merged.kind) {
          case 'saved':
            return merged.vehicle
          case 'same':
            throw errors.SAME_VEHICLE()
          case 'archived':
            throw errors.VEHICLE_ARCHIVED()
          case 'noVehicle':
            throw errors.NOT_FOUND(missing('vehicle', merged.id))
          default:
            throw new Error(`A merge can't be ${merged.kind}`)
        }
      }),
    ),
  }
}
