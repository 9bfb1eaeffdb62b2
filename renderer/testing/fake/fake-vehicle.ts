import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import { isAhead } from '../../../shared/domain/vehicle/ahead.ts'
import { wordsFromMerged } from '../../../shared/domain/vehicle/merge.ts'
import { holderOfPlate } from '../../../shared/domain/vehicle/plate.ts'
import { plateKey } from '../../../shared/domain/vehicle/plate-key.ts'
import { pageOf } from './fake-page.ts'
import { newId } from './fake-store.ts'
import type { FakeStore } from './fake-store.ts'

/** Vehicles, in memory. Those put aside are in the snapshot too; a real hub leaves them out. */
export function fakeVehicles(store: FakeStore) {
  const os = implement(contract).vehicle
  const missing = (id: string) => ({ data: { noun: 'vehicle', id } })
  const holderOf = (plate: string, except: string | null) =>
    holderOfPlate(store.rows.vehicle, plate, except)

  return os.router({
    list: os.list.handler(({ input }) => {
      const wanted = input.search?.trim().toLowerCase() ?? ''
      const rows = store.rows.vehicle
        .filter((row) => (row.archivedAt !== null) === input.archived)
        .filter((row) => !input.customerId || row.customerId === input.customerId)
        .filter((row) =>
          [row.plate, plateKey(row.plate), row.name, row.costCentre].some((word) =>
            word.toLowerCase().includes(wanted),
          ),
        )
        .toSorted((a, b) => a.plate.localeCompare(b.plate))
      return pageOf(rows, input.after?.replace('~0', ''), input.limit, '~0')
    }),
    get: os.get.handler(({ input, errors }) => {
      const vehicle = store.find('vehicle', input.id)
      if (!vehicle) throw errors.NOT_FOUND(missing(input.id))
      return vehicle
    }),
    create: os.create.handler(({ input, errors }) => {
      const holder = holderOf(input.plate, null)
      if (holder) throw errors.PLATE_TAKEN({ data: { vehicleId: holder.id } })
      const now = Date.now()
      return store.put('vehicle', {
        id: newId(),
        ...input,
        archivedAt: null,
        mergedInto: null,
        createdAt: now,
        updatedAt: now,
      })
    }),
    update: os.update.handler(({ input, errors }) => {
      const vehicle = store.find('vehicle', input.id)
      if (!vehicle) throw errors.NOT_FOUND(missing(input.id))
      if (vehicle.archivedAt !== null) throw errors.VEHICLE_ARCHIVED()
      const holder = input.plate === undefined ? undefined : holderOf(input.plate, vehicle.id)
      if (holder) throw errors.PLATE_TAKEN({ data: { vehicleId: holder.id } })
      const told = Object.entries(input).filter(([, value]) => value !== undefined)
      const changes = Object.fromEntries(told)
      return store.put('vehicle', { ...vehicle, ...changes, updatedAt: Date.now() })
    }),
    archive: os.archive.handler(({ input, errors }) => {
      const vehicle = store.find('vehicle', input.id)
      if (!vehicle) throw errors.NOT_FOUND(missing(input.id))
      if (vehicle.archivedAt !== null) throw errors.VEHICLE_ARCHIVED()
      const now = Date.now()
      const ahead = store.rows.booking.filter(
        (row) => row.vehicleId === vehicle.id && isAhead(row, now),
      )
      if (ahead.length > 0)
        throw errors.VEHICLE_BOOKED({ data: { bookings: ahead.length, rules: 0 } })
      return store.put('vehicle', { ...vehicle, archivedAt: now, updatedAt: now })
    }),
    restore: os.restore.handler(({ input, errors }) => {
      const vehicle = store.find('vehicle', input.id)
      if (!vehicle) throw errors.NOT_FOUND(missing(input.id))
      const holder = holderOf(vehicle.plate, vehicle.id)
      if (holder) throw errors.PLATE_TAKEN({ data: { vehicleId: holder.id } })
      const back = { archivedAt: null, mergedInto: null, updatedAt: Date.now() }
      return store.put('vehicle', { ...vehicle, ...back })
    }),
    merge: os.merge.handler(({ input: { id, from }, errors }) => {
      const kept = store.find('vehicle', id)
      const other = store.find('vehicle', from)
      if (!kept || !other) throw errors.NOT_FOUND(missing(kept ? from : id))
      if (id === from) throw errors.SAME_VEHICLE()
      if (kept.archivedAt !== null || other.mergedInto !== null) throw errors.VEHICLE_ARCHIVED()
      for (const table of ['booking', 'recurring', 'idToken'] as const)
        for (const row of store.rows[table].filter(({ vehicleId }) => vehicleId === from))
          store.put(table, { ...row, vehicleId: id })
      const updatedAt = Date.now()
      store.put('vehicle', { ...other, archivedAt: updatedAt, mergedInto: id, updatedAt })
      return store.put('vehicle', { ...kept, ...wordsFromMerged(kept, other), updatedAt })
    }),
  })
}
