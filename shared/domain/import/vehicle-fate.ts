import type { VehicleWords } from '../vehicle/vehicle.ts'
import { plateKey } from '../vehicle/plate-key.ts'
import { changedRow, createdRow, type Decided, refusedRow, sameRow } from './fate.ts'
import { differing } from './differing.ts'
import type { Known } from './known.ts'
import type { KeyedRow, RowKey } from './rows.ts'
import type { vehicleFields } from './vehicle-fields.ts'

export type VehicleFields = typeof vehicleFields

/** Vehicles are known by their plate, however it is written. */
export const vehicleKey: RowKey<VehicleFields> = {
  field: 'plate',
  keyOf: ({ plate }) => (plate === undefined || plateKey(plate) === '' ? null : plateKey(plate)),
  subjectOf: ({ plate = '' }) => plate,
}

export type VehicleWrite =
  | { readonly kind: 'create'; readonly words: VehicleWords }
  | { readonly kind: 'change'; readonly id: string; readonly words: Partial<VehicleWords> }

const nothingTold: Omit<VehicleWords, 'plate'> = {
  name: '',
  customerId: null,
  batteryWh: null,
  maxAcW: null,
  maxDcW: null,
  acPhases: null,
  resumes: true,
  standards: [],
  departsAt: null,
  costCentre: '',
  note: '',
}

/** What becomes of a row of vehicles. Cells that are empty change nothing, nor does a plate written another way. */
export function vehicleFate(row: KeyedRow<VehicleFields>, known: Known): Decided<VehicleWrite> {
  const { plate, ...told } = row.values
  const fault = row.problems.length === 0 && row.key === null
  if (fault) return refusedRow(row, [{ code: 'missing', field: 'plate' }])
  if (row.problems.length > 0 || plate === undefined) return refusedRow(row, row.problems)
  const [there] = known.vehicles(plate)
  if (there === undefined)
    return createdRow(row, null, { kind: 'create', words: { ...nothingTold, plate, ...told } })
  const words = differing(there, told)
  const fields = Object.keys(words)
  if (fields.length === 0) return sameRow(row, there.id)
  return changedRow(row, there.id, fields, { kind: 'change', id: there.id, words })
}
