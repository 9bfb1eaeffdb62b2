import type { Customer } from '../../../shared/domain/customer/customer.ts'
import type { IdToken } from '../../../shared/domain/id-token/id-token.ts'
import { customerOfToken } from '../../../shared/domain/id-token/owner.ts'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'

/** A customer with its vehicles and tokens: all that a row of the table shows. */
export type CustomerRow = {
  id: string
  customer: Customer
  /** Those that still come, by plate. */
  vehicles: readonly Vehicle[]
  /** Its own and its vehicles'. */
  tokens: readonly IdToken[]
}

/** Rows for the customers, in their order. */
export function customerRows(
  customers: readonly Customer[],
  vehicles: readonly Vehicle[],
  tokens: readonly IdToken[],
): CustomerRow[] {
  const vehicleWith = new Map(vehicles.map((row) => [row.id, row]))
  const coming = vehicles.filter((row) => row.archivedAt === null)
  const vehiclesOf = Map.groupBy(coming, (row) => row.customerId)
  const tokensOf = Map.groupBy(tokens, (token) =>
    customerOfToken(token, token.vehicleId === null ? undefined : vehicleWith.get(token.vehicleId)),
  )
  return customers.map((customer) => ({
    id: customer.id,
    customer,
    vehicles: (vehiclesOf.get(customer.id) ?? []).toSorted((a, b) =>
      a.plate.localeCompare(b.plate),
    ),
    tokens: tokensOf.get(customer.id) ?? [],
  }))
}

/** What narrows the customers. */
export type CustomerFilter = { search: string; archived: boolean }

/** The rows that fit the filter: by name, reference, e-mail, phone. */
export function filterCustomers(
  rows: readonly CustomerRow[],
  filter: CustomerFilter,
): CustomerRow[] {
  const wanted = filter.search.trim().toLowerCase()
  return rows.filter(({ customer }) => {
    if ((customer.archivedAt !== null) !== filter.archived) return false
    const { name, reference, email, phone } = customer
    return [name, reference, email, phone].some((word) => word.toLowerCase().includes(wanted))
  })
}
