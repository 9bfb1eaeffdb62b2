import type { Vehicle } from './vehicle.ts'
import { plateKey } from './plate-key.ts'

/**
 * The vehicle that has a plate already, however that is written; undefined when the plate is free. Vehicles put
 * aside don't count: a plate may go to another vehicle.
 * @param except the vehicle that is to have the plate, which is not in its own way
 */
export function holderOfPlate<V extends Pick<Vehicle, 'id' | 'plate' | 'archivedAt'>>(
  vehicles: readonly V[],
  plate: string,
  except: string | null,
): V | undefined {
  const key = plateKey(plate)
  return vehicles.find(
    (known) => known.archivedAt === null && known.id !== except && plateKey(known.plate) === key,
  )
}
