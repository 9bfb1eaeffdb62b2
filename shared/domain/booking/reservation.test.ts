import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import type { IdToken } from '../id-token/id-token.ts'
import type { Booking } from './booking.ts'
import { aBooking } from './booking-fixture.ts'
import { isReservationDue, reservationChange, reservingToken } from './reservation.ts'

const noon = Date.parse('2026-05-04T12:00:00Z')
const booking = aBooking({ arrivesAt: noon, departsAt: noon + 2 * HOUR, idToken: 'CARD' })
const terms = { graceMin: 30, reserveAheadMin: 15 }
const held: Booking = { ...booking, reservation: 'held' }

function token(idToken: string, words: Partial<IdToken> = {}): IdToken {
  return {
    id: idToken,
    idToken,
    status: 'Accepted',
    label: '',
    parentIdToken: null,
    expiresAt: null,
    vehicleId: null,
    customerId: null,
    createdAt: 0,
    updatedAt: 0,
    ...words,
  }
}

describe('a charger is asked to reserve', () => {
  it('from some time before the arrival until the grace is over, once', () => {
    const due = (at: number, words: Partial<Booking> = {}) =>
      isReservationDue({ ...booking, ...words }, terms, at)
    expect(due(noon - 15 * MINUTE - 1)).toBe(false)
    expect(due(noon - 15 * MINUTE)).toBe(true)
    expect(due(noon + 30 * MINUTE)).toBe(false)
    expect(due(noon, { reservation: 'requested' })).toBe(false)
    expect(due(noon, { reservation: 'refused' })).toBe(false)
    expect(due(noon, { state: 'requested' })).toBe(false)
    expect(due(noon, { stationId: null, connectorId: null })).toBe(false)
  })

  it('for the booking’s own token with its group, else for the vehicle’s only one', () => {
    const known = token('CARD', { parentIdToken: 'VANS' })
    expect(reservingToken(booking, known, [])).toEqual({ idToken: 'CARD', parentIdToken: 'VANS' })
    expect(reservingToken(booking, undefined, [token('X')])).toMatchObject({ idToken: 'CARD' })
    const nameless = { idToken: null }
    expect(reservingToken(nameless, undefined, [token('X')])).toMatchObject({ idToken: 'X' })
    expect(reservingToken(nameless, undefined, [])).toBeNull()
    expect(reservingToken(nameless, undefined, [token('X'), token('Y')])).toBeNull()
    const one = [token('X'), token('Y', { status: 'Blocked' })]
    expect(reservingToken(nameless, undefined, one)).toMatchObject({ idToken: 'X' })
  })
})

describe('a reservation', () => {
  const stays = { reservation: 'held', cancels: false }
  const anew = { reservation: 'none', cancels: true }

  it('stays while place, time and token stay, whatever else is changed', () => {
    expect(reservationChange(held, { ...held, departsAt: noon + HOUR, note: 'x' })).toEqual(stays)
    expect(reservationChange(held, { ...held, idToken: 'card', vehicleId: 'van' })).toEqual(stays)
    expect(reservationChange(held, { ...held, state: 'arrived' })).toEqual(stays)
  })

  it('is given back and made anew elsewhere when the booking moves, in place, time or token', () => {
    expect(reservationChange(held, { ...held, connectorId: 2 })).toEqual(anew)
    expect(reservationChange(held, { ...held, arrivesAt: noon + HOUR })).toEqual(anew)
    expect(reservationChange(held, { ...held, idToken: 'OTHER' })).toEqual(anew)
    const ofVehicle = { ...held, idToken: null, vehicleId: 'van' }
    expect(reservationChange(ofVehicle, { ...ofVehicle, vehicleId: 'car' })).toEqual(anew)
  })

  it('is given back when the booking is cancelled, or gone', () => {
    const released = { reservation: 'released', cancels: true }
    expect(reservationChange(held, { ...held, state: 'cancelled' })).toEqual(released)
    expect(reservationChange(held, null)).toEqual(released)
    expect(reservationChange(booking, null)).toMatchObject({ cancels: false })
  })

  it('is not believed of an old copy that is put back', () => {
    expect(reservationChange(null, held)).toEqual({ reservation: 'none', cancels: false })
    const cancelled: Booking = { ...booking, state: 'cancelled', reservation: 'released' }
    expect(reservationChange(cancelled, held)).toEqual({ reservation: 'none', cancels: false })
    expect(reservationChange(booking, held)).toEqual({ reservation: 'none', cancels: false })
  })

  it('that was refused is tried again only elsewhere, later or for another', () => {
    const refused: Booking = { ...booking, reservation: 'refused' }
    expect(reservationChange(refused, { ...refused, note: 'x' }).reservation).toBe('refused')
    expect(reservationChange(refused, { ...refused, connectorId: 2 }).reservation).toBe('none')
  })
})
