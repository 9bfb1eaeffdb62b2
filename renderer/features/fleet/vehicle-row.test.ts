import { expect, test } from 'vitest'
import { aBooking } from '../../../shared/domain/booking/booking-fixture.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { IdToken } from '../../../shared/domain/id-token/id-token.ts'
import { aCustomer, aVehicle } from './vehicle-fixture.ts'
import { everyVehicle, filterVehicles, vehicleRows } from './vehicle-row.ts'

const now = 1_000
const booking = (told: Partial<Booking>): Booking =>
  aBooking({ stationId: null, connectorId: null, vehicleId: 'van', arrivesAt: now + 1, ...told })
const card: IdToken = {
  id: 'card',
  idToken: '04A2',
  status: 'Accepted',
  label: '',
  parentIdToken: null,
  expiresAt: null,
  vehicleId: 'van',
  customerId: null,
  createdAt: 0,
  updatedAt: 0,
}

const van = aVehicle({ customerId: 'norrbud' })
const lorry = aVehicle({ id: 'lorry', plate: 'DEF-456', name: '', costCentre: 'Stores' })
const gone = aVehicle({ id: 'gone', plate: 'GHI 789', archivedAt: 1 })
const rows = vehicleRows(
  [van, lorry, gone],
  [aCustomer()],
  [card],
  [
    booking({ id: 'later', arrivesAt: now + 10, departsAt: now + 20 }),
    booking({ id: 'first', state: 'charging', arrivesAt: 0, departsAt: 1 }),
    booking({ id: 'cancelled', state: 'cancelled' }),
    booking({ id: 'another’s', vehicleId: null }),
  ],
  now,
)

test('a row joins a vehicle with its customer, its tokens and what is ahead, the next first', () => {
  expect(rows[0]?.customer?.name).toBe('Norrbud AB')
  expect(rows[0]?.tokens).toEqual([card])
  expect(rows[0]?.bookings.map(({ id }) => id)).toEqual(['first', 'later'])
  expect(rows[1]).toEqual({ id: 'lorry', vehicle: lorry, customer: null, tokens: [], bookings: [] })
})

test('vehicles are found by plate however written, name, cost centre, customer and token', () => {
  const found = (search: string) =>
    filterVehicles(rows, { ...everyVehicle, search }).map(({ id }) => id)
  expect(found('')).toEqual(['van', 'lorry'])
  expect(found('abc1')).toEqual(['van'])
  expect(found('f 4')).toEqual(['lorry'])
  expect(found('stores')).toEqual(['lorry'])
  expect(found('norrbud')).toEqual(['van'])
  expect(found('04a2')).toEqual(['van'])
  expect(found('–')).toEqual([])
})

test('those put aside are shown by themselves, and a customer’s alone', () => {
  expect(filterVehicles(rows, { ...everyVehicle, archived: true }).map(({ id }) => id)).toEqual([
    'gone',
  ])
  const filter = { ...everyVehicle, customerId: 'norrbud' }
  expect(filterVehicles(rows, filter).map(({ id }) => id)).toEqual(['van'])
})
