import { expect, test } from 'vitest'
import type { IdToken } from '../../../shared/domain/id-token/id-token.ts'
import { customerRows, filterCustomers } from './customer-row.ts'
import { aCustomer, aVehicle } from './vehicle-fixture.ts'

const card = (id: string, told: Partial<IdToken>): IdToken => ({
  id,
  idToken: id,
  status: 'Accepted',
  label: '',
  parentIdToken: null,
  expiresAt: null,
  vehicleId: null,
  customerId: null,
  createdAt: 0,
  updatedAt: 0,
  ...told,
})
const norrbud = aCustomer({ reference: 'K-17' })
const gone = aCustomer({ id: 'gone', name: 'Gone', archivedAt: 1 })
const rows = customerRows(
  [norrbud, gone],
  [
    aVehicle({ id: 'b', plate: 'B', customerId: 'norrbud' }),
    aVehicle({ id: 'a', plate: 'A', customerId: 'norrbud' }),
    aVehicle({ id: 'old', plate: 'O', customerId: 'norrbud', archivedAt: 1 }),
  ],
  [
    card('own', { customerId: 'norrbud' }),
    card('of its vehicle', { vehicleId: 'a', customerId: 'gone' }),
    card('nobody’s', {}),
  ],
)

test('a row joins a customer with its vehicles by plate and the tokens of both', () => {
  expect(rows[0]?.vehicles.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(rows[0]?.tokens.map(({ id }) => id)).toEqual(['own', 'of its vehicle'])
  expect(rows[1]).toEqual({ id: 'gone', customer: gone, vehicles: [], tokens: [] })
})

test('customers are found by their words, those put aside by themselves', () => {
  const found = (search: string, archived = false) =>
    filterCustomers(rows, { search, archived }).map(({ id }) => id)
  expect(found('')).toEqual(['norrbud'])
  expect(found('k-1')).toEqual(['norrbud'])
  expect(found('other')).toEqual([])
  expect(found('', true)).toEqual(['gone'])
})
