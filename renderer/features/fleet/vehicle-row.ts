import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Customer } from '../../../shared/domain/customer/customer.ts'
import type { IdToken } from '../../../shared/domain/id-token/id-token.ts'
import { isAhead } from '../../../shared/domain/vehicle/ahead.ts'
import { plateKey } from '../../../shared/domain/vehicle/plate-key.ts'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** A vehicle with what else there is of it: all that a row of the table shows. */
export type VehicleRow = {
  id: string
  vehicle: Vehicle
  customer: Customer | null
  tokens: readonly IdToken[]
  /** Those not over, in the order of their arrival. */
  bookings: readonly Booking[]
}

/** Rows for the vehicles, in their order. */
export function vehicleRows(
  vehicles: readonly Vehicle[],
  customers: readonly Customer[],
  tokens: readonly IdToken[],
  bookings: readonly Booking[],
  now: Instant,
): VehicleRow[] {
  const customer = new Map(customers.map((row) => [row.id, row]))
  const tokensOf = Map.groupBy(tokens, (token) => token.vehicleId)
  const ahead = bookings.filter((row) => row.vehicleId !== null && isAhead(row, now))
  const bookingsOf = Map.groupBy(ahead, (row) => row.vehicleId)
  return vehicles.map((vehicle) => ({
    id: vehicle.id,
    vehicle,
    customer: (vehicle.customerId !== null && customer.get(vehicle.customerId)) || null,
    tokens: tokensOf.get(vehicle.id) ?? [],
    bookings: (bookingsOf.get(vehicle.id) ?? []).toSorted((a, b) => a.arrivesAt - b.arrivesAt),
  }))
}

/** What narrows the vehicles: a text, whose they are, and whether those put aside are meant. */
export type VehicleFilter = { search: string; customerId: string | null; archived: boolean }

export const everyVehicle: VehicleFilter = { search: '', customerId: null, archived: false }

/** The rows that fit the filter: by plate however it is written, name, cost centre, customer, token. */
export function filterVehicles(rows: readonly VehicleRow[], filter: VehicleFilter): VehicleRow[] {
  const wanted = filter.search.trim().toLowerCase()
  const key = plateKey(filter.search)
  return rows.filter(({ vehicle, customer, tokens }) => {
    if ((vehicle.archivedAt !== null) !== filter.archived) return false
    if (filter.customerId !== null && vehicle.customerId !== filter.customerId) return false
    if (key !== '' && plateKey(vehicle.plate).includes(key)) return true
    const cards = tokens.map(({ idToken }) => idToken)
    const words = [vehicle.plate, vehicle.name, vehicle.costCentre, customer?.name ?? '', ...cards]
    return words.some((word) => word.toLowerCase().includes(wanted))
  })
}
