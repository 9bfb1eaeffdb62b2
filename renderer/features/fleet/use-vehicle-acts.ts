import type { Vehicle, VehicleWords } from '../../../shared/domain/vehicle/vehicle.ts'
import { useClient } from '../../live/use-live.ts'
import { inert } from '../../ui/mark/inert.ts'
import { useFleetActs } from './use-fleet-acts.ts'

/** A vehicle's plate as it stands in a sentence. */
export const vehicleName = (vehicle: Vehicle) => inert(vehicle.plate).text

/** What can be done to vehicles. */
export const useVehicleActs = () =>
  useFleetActs<Vehicle, VehicleWords>(useClient().vehicle, vehicleName)
