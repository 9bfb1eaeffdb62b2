import { describe, expect, test } from 'vitest'
import { aBooking, NOON } from '../../../../shared/domain/booking/booking-fixture.ts'
import { DAY, HOUR } from '../../../../shared/time/instant.ts'
import { firstWish, type WishForm, wishOf } from './wish-form.ts'

const zone = 'Europe/Stockholm'
const blank = firstWish(null, NOON, zone)
const wishing = (words: Partial<WishForm>, booking: Partial<WishForm['booking']> = {}) =>
  wishOf(
    { ...blank, ...words, booking: { ...blank.booking, energyKWh: '20', ...booking } },
    null,
    zone,
  )

describe('a wish', () => {
  test('begins with the day ahead', () => {
    expect(wishing({})).toEqual({
      wish: {
        need: { kind: 'energy', energyWh: 20_000 },
        arrivesFrom: NOON,
        departsBy: NOON + DAY,
        vehicleId: null,
        order: 'soonest',
      },
    })
  })

  test('to move a booking begins around it, and never before now', () => {
    const booking = aBooking({ need: { kind: 'energy', energyWh: 5_000 } })
    expect(wishOf(firstWish(booking, NOON, zone), booking.id, zone)).toMatchObject({
      wish: {
        bookingId: booking.id,
        arrivesFrom: NOON,
        departsBy: booking.departsAt + 6 * HOUR,
        need: { energyWh: 5_000 },
      },
    })
  })

  test('of a stay is told in hours, or hours and minutes', () => {
    expect(wishing({ stay: '2' })).toMatchObject({ wish: { stayMs: 2 * HOUR } })
    expect(wishing({ stay: '2:30' })).toMatchObject({ wish: { stayMs: 2.5 * HOUR } })
    for (const stay of ['a while', '0', '1:75', '-1'])
      expect(wishing({ stay })).toEqual({ flaws: ['stay'] })
  })

  test('that says nothing is marked where it does not', () => {
    expect(wishing({}, { energyKWh: '' })).toEqual({ flaws: ['energyKWh'] })
    expect(wishing({}, { departs: blank.booking.arrives })).toEqual({ flaws: ['span'] })
    expect(wishing({}, { arrives: 'T' })).toEqual({ flaws: ['arrives'] })
  })
})
