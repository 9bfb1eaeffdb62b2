import type { Id } from '../../../shared/domain/id/id.ts'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import { plateKey } from '../../../shared/domain/vehicle/plate-key.ts'
import { plateColumn } from '../store/plate-column.ts'
import { decodeRow } from '../store/tables.ts'
import type { Writes } from '../store/writes.ts'

/** Whose car it is, as far as it was told. */
export interface ToldCar {
  readonly plate: string
  readonly vehicleId: Id | null
  readonly customerId: Id | null
}

/** A car at the desk, with what the site knows of it. */
export interface Car {
  /** As the site writes it, or as it was told. */
  readonly plate: string
  readonly vehicle: Vehicle | null
  readonly customerId: Id | null
}

/** The car that is meant: one of the site's vehicles where the plate is one's. */
export function carOf(tx: Writes, { plate, vehicleId, customerId }: ToldCar): Car {
  const vehicle =
    vehicleId === null ? vehicleOfPlate(tx, plate) : (tx.get('vehicle', vehicleId) ?? null)
  return {
    plate: vehicle?.plate ?? plate,
    vehicle,
    customerId: customerId ?? vehicle?.customerId ?? null,
  }
}

function vehicleOfPlate(tx: Writes, plate: string): Vehicle | null {
  const key = plateKey(plate)
  if (key === '') return null
  const [row] = tx.sql(
    `select * from vehicle where ${plateColumn('plate')} = ? and archivedAt is null`,
    [key],
  )
  return row === undefined ? null : decodeRow('vehicle', row)
}
