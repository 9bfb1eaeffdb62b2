import { expect, test } from 'vitest'
import { vehicleInput } from '../../../shared/contract/vehicle.ts'
import {
  emptyVehicle,
  vehicleFlaws,
  vehicleFormOf,
  vehiclePatchOf,
  vehicleWordsOf,
} from './vehicle-form.ts'
import { aVehicle } from './vehicle-fixture.ts'

const van = aVehicle()

test('what an untouched form sends is the vehicle as it stands, and as a change it is none', () => {
  const form = vehicleFormOf(van)
  expect(vehicleInput.parse(vehicleWordsOf(form))).toEqual(vehicleWordsOf(form))
  expect({ ...van, ...vehicleWordsOf(form) }).toEqual(van)
  expect(vehiclePatchOf(form, van)).toEqual({})
})

test('a change sends only what was changed', () => {
  const form = { ...vehicleFormOf(van), batteryKwh: '77,4', departsAt: '' }
  expect(vehiclePatchOf(form, van)).toEqual({ batteryWh: 77_400, departsAt: null })
  expect(vehiclePatchOf({ ...vehicleFormOf(van), standards: [] }, van)).toEqual({ standards: [] })
})

test('a vehicle needs no more than its plate', () => {
  expect(vehicleFlaws(emptyVehicle, [], null)).toEqual(['plate'])
  expect(vehicleFlaws({ ...emptyVehicle, plate: 'A' }, [], null)).toEqual([])
})

test('another vehicle’s plate is told, however it is written, its own is not', () => {
  expect(vehicleFlaws({ ...emptyVehicle, plate: 'abc123' }, [van], null)).toEqual(['plateTaken'])
  expect(vehicleFlaws(vehicleFormOf(van), [van], van.id)).toEqual([])
})

test('a time of day is taken however it is typed, and told when it is none', () => {
  const form = { ...vehicleFormOf(van), departsAt: '6.15' }
  expect(vehiclePatchOf(form, van)).toEqual({ departsAt: '06:15' })
  expect(vehicleFlaws({ ...form, departsAt: '25:00' }, [], van.id)).toEqual(['departs'])
})

test('figures no vehicle has are told', () => {
  const flaws = (typed: object) => vehicleFlaws({ ...vehicleFormOf(van), ...typed }, [], van.id)
  expect(flaws({ batteryKwh: 'big', acKw: '101', dcKw: '-1' })).toEqual(['battery', 'ac', 'dc'])
  expect(flaws({ batteryKwh: '', acKw: '0', dcKw: '1500' })).toEqual([])
  expect(flaws({ batteryKwh: '0,5' })).toEqual(['battery'])
  expect(
    flaws({ plate: 'x'.repeat(21), name: 'x'.repeat(81), costCentre: 'x'.repeat(41) }),
  ).toEqual(['plate', 'name', 'costCentre'])
})
