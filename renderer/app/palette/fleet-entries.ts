import type { Customer } from '../../../shared/domain/customer/customer.ts'
import { plateKey } from '../../../shared/domain/vehicle/plate-key.ts'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import { navigate } from '../../navigation/use-route.ts'
import { inert } from '../../ui/mark/inert.ts'
import type { PaletteEntry } from './palette-search.ts'

/** The vehicles, found by plate however it is written, and the customers, as the palette offers them. */
export function fleetEntries(
  vehicles: readonly Vehicle[],
  customers: readonly Customer[],
): PaletteEntry[] {
  const coming = customers.filter((row) => row.archivedAt === null)
  const names = new Map(coming.map((row) => [row.id, row.name]))
  return [
    ...vehicles
      .filter((row) => row.archivedAt === null)
      .map((row): PaletteEntry => {
        const owner = row.customerId === null ? undefined : names.get(row.customerId)
        return {
          id: row.id,
          group: 'groupVehicles',
          label: inert(row.plate).text,
          hint: inert([row.name, owner].filter(Boolean).join(' · '), 100).text,
          words: plateKey(row.plate),
          run: () => navigate({ screen: 'vehicles', open: row.id }),
        }
      }),
    ...coming.map((row): PaletteEntry => ({
      id: row.id,
      group: 'groupCustomers',
      label: inert(row.name, 60).text,
      hint: inert([row.reference, row.email].filter(Boolean).join(' · '), 100).text,
      run: () => navigate({ screen: 'customers', open: row.id }),
    })),
  ]
}
