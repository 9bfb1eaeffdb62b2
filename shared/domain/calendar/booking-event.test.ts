import { describe, expect, test } from 'vitest'
import type { Booking } from '../booking/booking.ts'
import { bookingFrom } from '../booking/decide.ts'
import { bookingEvent, type BookingWords } from './booking-event.ts'

const at = Date.UTC(2026, 5, 1, 18)
const booking: Booking = bookingFrom(
  {
    stationId: '01890000-0000-7000-8000-000000000001',
    connectorId: 1,
    arrivesAt: at,
    departsAt: at + 3_600_000,
    latestDepartsAt: null,
    flexibility: 'fixed',
    need: null,
    vehicleId: null,
    customerId: null,
    plate: 'ABC 123',
    idToken: 'CARD',
    priority: 'normal',
    note: 'Second shift',
  },
  {
    id: '01890000-0000-7000-8000-000000000002',
    state: 'confirmed',
    origin: 'desk',
    reservationId: 1,
    now: at,
  },
)
const told = (changes: Partial<BookingWords> = {}): BookingWords => ({
  kind: 'customer',
  language: 'en',
  siteName: 'Norra depån',
  place: 'A1 · 1',
  vehicle: 'ABC 123',
  ...changes,
})

describe('a customer’s calendar', () => {
  test('tells the vehicle, the place and the note', () => {
    expect(bookingEvent({ ...booking, revision: 4 }, told())).toMatchObject({
      uid: `${booking.id}@laddplan`,
      sequence: 4,
      status: 'CONFIRMED',
      summary: 'Booked · ABC 123 · A1 · 1',
      location: 'Norra depån, A1 · 1',
      description: 'Second shift',
    })
  })

  test('says of one that waits for a place that it has none', () => {
    const waiting = { ...booking, state: 'requested', stationId: null, connectorId: null } as const
    expect(bookingEvent(waiting, told({ place: '', language: 'sv' }))).toMatchObject({
      status: 'TENTATIVE',
      summary: 'Förfrågan · ABC 123 · Ingen plats än',
      location: 'Norra depån',
    })
  })
})

test('a station’s calendar tells neither plate nor note', () => {
  const event = bookingEvent(booking, told({ kind: 'station' }))
  expect(JSON.stringify(event)).not.toMatch(/ABC|shift|CARD/)
  expect(event.summary).toBe('Booked · A1 · 1')
})

test.each<[Booking['state'], string]>([
  ['requested', 'TENTATIVE'],
  ['charging', 'CONFIRMED'],
  ['left', 'CONFIRMED'],
  ['noShow', 'CANCELLED'],
  ['cancelled', 'CANCELLED'],
])('one that is %s is %s', (state, status) => {
  expect(bookingEvent({ ...booking, state }, told()).status).toBe(status)
})
