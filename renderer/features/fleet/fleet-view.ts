import { create } from 'zustand'
import type { CustomerFilter } from './customer-row.ts'
import { everyVehicle } from './vehicle-row.ts'
import type { VehicleFilter } from './vehicle-row.ts'

type FleetView = { vehicles: VehicleFilter; customers: CustomerFilter }

export const everyCustomer: CustomerFilter = { search: '', archived: false }

/** How the fleet is looked at; kept while one is elsewhere in the window. */
export const useFleetView = create<FleetView>(() => ({
  vehicles: everyVehicle,
  customers: everyCustomer,
}))

/** Changes a part of what narrows the vehicles. */
export function narrowVehicles(change: Partial<VehicleFilter>): void {
  useFleetView.setState((view) => ({ vehicles: { ...view.vehicles, ...change } }))
}

/** Changes a part of what narrows the customers. */
export function narrowCustomers(change: Partial<CustomerFilter>): void {
  useFleetView.setState((view) => ({ customers: { ...view.customers, ...change } }))
}
