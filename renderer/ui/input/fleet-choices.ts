import type { OptionsFilter } from '@mantine/core'
import type { Customer } from '../../../shared/domain/customer/customer.ts'
import { plateKey } from '../../../shared/domain/vehicle/plate-key.ts'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import { inert } from '../mark/inert.ts'

/** Something to choose from a list, as it is shown there. */
export type Choice = { value: string; label: string }

const byLabel = (a: Choice, b: Choice) => a.label.localeCompare(b.label)

/** The customers to choose from, by name; one put aside only where it is chosen already. */
export function customerChoices(customers: readonly Customer[], chosen: string | null): Choice[] {
  return customers
    .filter((row) => row.archivedAt === null || row.id === chosen)
    .map((row) => ({ value: row.id, label: inert(row.name, 80).text }))
    .toSorted(byLabel)
}

/** The vehicles to choose from, by plate; one put aside only where it is chosen already. */
export function vehicleChoices(vehicles: readonly Vehicle[], chosen: string | null): Choice[] {
  return vehicles
    .filter((row) => row.archivedAt === null || row.id === chosen)
    .map((row) => ({
      value: row.id,
      label: inert(row.name ? `${row.plate} · ${row.name}` : row.plate, 80).text,
    }))
    .toSorted(byLabel)
}

/** Narrows choices by what is typed, plates however they are written: the `filter` of a `Select`. */
export const findChoices: OptionsFilter = ({ options, search }) => {
  const wanted = search.trim().toLowerCase()
  const key = plateKey(search)
  return options.filter((option) => {
    if ('group' in option) return true
    const label = option.label.toLowerCase()
    return label.includes(wanted) || (key !== '' && plateKey(label).includes(key))
  })
}
