import type { ConnectorStandard } from '../../../shared/domain/connector/equipment.ts'
import { holderOfPlate } from '../../../shared/domain/vehicle/plate.ts'
import { vehicleWords } from '../../../shared/domain/vehicle/vehicle.ts'
import type { Vehicle, VehicleWords } from '../../../shared/domain/vehicle/vehicle.ts'
import { typedClock } from '../../ui/input/typed-clock.ts'
import { kiloText, typedKilo } from '../../ui/input/typed-kilo.ts'
import { whatDiffers } from '../../ui/input/what-differs.ts'

/** A vehicle as it is typed: energies in kWh and powers in kW as text, because they may be half typed. */
export type VehicleForm = {
  plate: string
  name: string
  customerId: string | null
  batteryKwh: string
  acKw: string
  dcKw: string
  acPhases: 1 | 2 | 3 | null
  resumes: boolean
  standards: ConnectorStandard[]
  departsAt: string
  costCentre: string
  note: string
}
export type VehicleFlaw =
  | 'plate'
  | 'plateTaken'
  | 'departs'
  | 'name'
  | 'battery'
  | 'ac'
  | 'dc'
  | 'costCentre'

export const emptyVehicle: VehicleForm = {
  plate: '',
  name: '',
  customerId: null,
  batteryKwh: '',
  acKw: '',
  dcKw: '',
  acPhases: null,
  resumes: true,
  standards: [],
  departsAt: '',
  costCentre: '',
  note: '',
}

/** The form that shows a vehicle. */
export function vehicleFormOf(vehicle: Vehicle): VehicleForm {
  return {
    plate: vehicle.plate,
    name: vehicle.name,
    customerId: vehicle.customerId,
    batteryKwh: kiloText(vehicle.batteryWh),
    acKw: kiloText(vehicle.maxAcW),
    dcKw: kiloText(vehicle.maxDcW),
    acPhases: vehicle.acPhases,
    resumes: vehicle.resumes,
    standards: vehicle.standards,
    departsAt: vehicle.departsAt ?? '',
    costCentre: vehicle.costCentre,
    note: vehicle.note,
  }
}

/** The form as the contract takes it; a number that is none is left out, see `vehicleFlaws`. */
export function vehicleWordsOf(form: VehicleForm): VehicleWords {
  return {
    plate: form.plate.trim(),
    name: form.name.trim(),
    customerId: form.customerId,
    batteryWh: typedKilo(form.batteryKwh) ?? null,
    maxAcW: typedKilo(form.acKw) ?? null,
    maxDcW: typedKilo(form.dcKw) ?? null,
    acPhases: form.acPhases,
    resumes: form.resumes,
    standards: form.standards,
    departsAt: typedClock(form.departsAt),
    costCentre: form.costCentre.trim(),
    note: form.note,
  }
}

/**
 * What is wrong with the form; empty when it may be sent.
 * @param vehicles those of the site, none of which may have the plate
 * @param vehicleId the vehicle that is changed, null for a new one
 */
export function vehicleFlaws(
  form: VehicleForm,
  vehicles: readonly Vehicle[],
  vehicleId: string | null,
): VehicleFlaw[] {
  const words = vehicleWordsOf(form)
  const { shape } = vehicleWords
  const flaws: VehicleFlaw[] = []
  if (!shape.plate.safeParse(words.plate).success) flaws.push('plate')
  else if (holderOfPlate(vehicles, words.plate, vehicleId)) flaws.push('plateTaken')
  if (form.departsAt.trim() !== '' && words.departsAt === null) flaws.push('departs')
  if (!shape.name.safeParse(words.name).success) flaws.push('name')
  if (!shape.batteryWh.safeParse(typedKilo(form.batteryKwh)).success) flaws.push('battery')
  if (!shape.maxAcW.safeParse(typedKilo(form.acKw)).success) flaws.push('ac')
  if (!shape.maxDcW.safeParse(typedKilo(form.dcKw)).success) flaws.push('dc')
  if (!shape.costCentre.safeParse(words.costCentre).success) flaws.push('costCentre')
  return flaws
}

/** What was changed of a vehicle. */
export function vehiclePatchOf(form: VehicleForm, vehicle: Vehicle): Partial<VehicleWords> {
  return whatDiffers(vehicleWordsOf(form), vehicle)
}
