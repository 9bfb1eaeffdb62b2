import { type Customer, untoldBilling } from '../../../shared/domain/customer/customer.ts'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'

/** A vehicle for tests, with whatever the test is about. */
export function aVehicle(told: Partial<Vehicle> = {}): Vehicle {
  return {
    id: 'van',
    plate: 'ABC 123',
    name: 'Van 1',
    customerId: null,
    batteryWh: 60_500,
    maxAcW: 11_000,
    maxDcW: null,
    acPhases: 3,
    resumes: true,
    standards: ['IEC_62196_T2'],
    departsAt: '05:30',
    costCentre: '',
    note: '',
    archivedAt: null,
    mergedInto: null,
    createdAt: 0,
    updatedAt: 0,
    ...told,
  }
}

/** A customer for tests, with whatever the test is about. */
export function aCustomer(told: Partial<Customer> = {}): Customer {
  return {
    id: 'norrbud',
    name: 'Norrbud AB',
    kind: 'fleet',
    email: '',
    phone: '',
    reference: '',
    group: '',
    ...untoldBilling,
    note: '',
    archivedAt: null,
    mergedInto: null,
    createdAt: 0,
    updatedAt: 0,
    ...told,
  }
}
