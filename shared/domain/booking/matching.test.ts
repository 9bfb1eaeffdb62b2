import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { type Booking, bookingState } from './booking.ts'
import { aBooking } from './booking-fixture.ts'
import { type Arrival, type Claim, EARLY_MS, matchArrival } from './matching.ts'

const noon = Date.parse('2026-05-04T12:00:00Z')
const here = { stationId: 'station-1', connectorId: 1 }

function claim(words: Partial<Booking> = {}, parentIdToken: string | null = null): Claim {
  const booking = aBooking({
    ...here,
    arrivesAt: noon,
    departsAt: noon + 2 * HOUR,
    idToken: 'CARD',
    ...words,
  })
  const { idToken } = booking
  return { booking, tokens: idToken === null ? [] : [{ idToken, parentIdToken }] }
}
const showing = (idToken: string, words: object = {}) => ({
  idToken,
  parentIdToken: null,
  vehicleId: null,
  ...words,
})
const arrival = (words: Partial<Arrival> = {}): Arrival => ({
  ...here,
  at: noon + 5 * MINUTE,
  reservationId: null,
  token: showing('CARD'),
  ...words,
})
const booked = ({ booking }: Claim, moves = false) => ({ kind: 'booked', booking, moves })
const nobody = { kind: 'walkUp', conflict: null }

describe('a car that charges', () => {
  it('is whose reservation the charger names, whatever it shows', () => {
    const reserved = claim({ reservationId: 7 })
    const other = arrival({ reservationId: 7, token: showing('ELSE') })
    expect(matchArrival(other, [claim({ id: 'b-2', idToken: 'ELSE' }), reserved])).toEqual(
      booked(reserved),
    )
  })

  it('is the booking’s whose token it shows, without case, or whose vehicle’s', () => {
    const own = claim()
    expect(matchArrival(arrival({ token: showing('card') }), [own])).toEqual(booked(own))
    const van = claim({ idToken: null, vehicleId: 'van' })
    const token = showing('OTHER', { vehicleId: 'van' })
    expect(matchArrival(arrival({ token }), [van])).toEqual(booked(van))
  })

  it('is, of several bookings of its token, the one whose hour it is, else the next', () => {
    const first = claim({ id: 'b-1', arrivesAt: noon - 3 * HOUR, departsAt: noon - HOUR })
    const second = claim({ id: 'b-2' })
    const third = claim({ id: 'b-3', arrivesAt: noon + 2 * HOUR, departsAt: noon + 4 * HOUR })
    const all = [third, second, first]
    expect(matchArrival(arrival(), all)).toEqual(booked(second))
    expect(matchArrival(arrival({ at: noon - 30 * MINUTE }), all)).toEqual(booked(second))
    expect(matchArrival(arrival({ at: noon + 3 * HOUR }), all)).toEqual(booked(third))
  })

  it('may come two hours early, and after it was thought never to come', () => {
    const own = claim()
    expect(matchArrival(arrival({ at: noon - EARLY_MS }), [own])).toEqual(booked(own))
    expect(matchArrival(arrival({ at: noon - EARLY_MS - 1 }), [own])).toEqual(nobody)
    const late = claim({ state: 'noShow' })
    expect(matchArrival(arrival({ at: noon + HOUR }), [late])).toEqual(booked(late))
    expect(matchArrival(arrival({ at: noon + 2 * HOUR }), [late])).toEqual(nobody)
  })

  it('of its group counts at the connector, unless it comes early onto another’s hour', () => {
    const vans = claim({}, 'VANS')
    const token = showing('OTHER', { parentIdToken: 'vans' })
    expect(matchArrival(arrival({ token }), [vans])).toEqual(booked(vans))
    const before = claim({ id: 'b-0', idToken: 'X', arrivesAt: noon - HOUR, departsAt: noon })
    const early = arrival({ token, at: noon - MINUTE })
    expect(matchArrival(early, [vans])).toEqual(booked(vans))
    expect(matchArrival(early, [vans, before])).toEqual({
      kind: 'walkUp',
      conflict: before.booking,
    })
    const elsewhere = claim({ connectorId: 2 }, 'VANS')
    expect(matchArrival(arrival({ token }), [elsewhere])).toEqual(nobody)
  })

  it('stands here instead of where it booked, or where it has no place, unless another holds this', () => {
    const elsewhere = claim({ connectorId: 2 })
    expect(matchArrival(arrival(), [elsewhere])).toEqual(booked(elsewhere, true))
    const unplaced = claim({ stationId: null, connectorId: null })
    expect(matchArrival(arrival(), [unplaced])).toEqual(booked(unplaced, true))
    const holder = claim({ id: 'b-2', idToken: 'ELSE' })
    expect(matchArrival(arrival(), [elsewhere, holder])).toEqual({
      kind: 'walkUp',
      conflict: holder.booking,
    })
  })

  it('is anybody’s who booked without a token, but not early, and not another vehicle’s', () => {
    const anybody = claim({ idToken: null })
    const stranger = arrival({ token: showing('STRANGER') })
    expect(matchArrival(stranger, [anybody])).toEqual(booked(anybody))
    expect(matchArrival({ ...stranger, at: noon - 20 * MINUTE }, [anybody])).toEqual(nobody)
    const van = claim({ idToken: null, vehicleId: 'van' })
    const car = arrival({ token: showing('STRANGER', { vehicleId: 'car' }) })
    expect(matchArrival(car, [van])).toEqual({ kind: 'walkUp', conflict: van.booking })
  })

  it('with another’s token on a booked connector is a conflict that names the booking', () => {
    const own = claim()
    const other = arrival({ token: showing('OTHER') })
    expect(matchArrival(other, [own])).toEqual({ kind: 'walkUp', conflict: own.booking })
    expect(matchArrival({ ...other, at: noon - HOUR }, [own])).toEqual(nobody)
  })
})

describe('a car that is only plugged in', () => {
  const plug = (at = noon + 5 * MINUTE) => arrival({ token: null, at })

  it('is the booking’s whose hour it is, or that comes next', () => {
    const own = claim()
    expect(matchArrival(plug(), [own])).toEqual(booked(own))
    expect(matchArrival(plug(noon - HOUR), [own])).toEqual(booked(own))
    expect(matchArrival(plug(noon + 2 * HOUR), [own])).toEqual(nobody)
  })

  it('comes early only where nobody else holds the connector', () => {
    const before = claim({ id: 'b-0', arrivesAt: noon - 2 * HOUR, departsAt: noon })
    const own = claim()
    expect(matchArrival(plug(noon - MINUTE), [own, before])).toEqual(booked(before))
  })

  it('counts for a booking that asks for no token only shortly before', () => {
    const anybody = claim({ idToken: null })
    expect(matchArrival(plug(noon - 10 * MINUTE), [anybody])).toEqual(booked(anybody))
    expect(matchArrival(plug(noon - HOUR), [anybody])).toEqual(nobody)
  })
})

it('no arrival is ever matched with a booking that is over, taken back, or another’s by its token', () => {
  const claims = fc.array(
    fc
      .record({
        state: fc.constantFrom(...bookingState.options),
        idToken: fc.constantFrom('CARD', 'OTHER', null),
        connectorId: fc.constantFrom(1, 2),
        hour: fc.integer({ min: -6, max: 6 }),
      })
      .map(({ hour, ...words }) =>
        claim({ ...words, arrivesAt: noon + hour * HOUR, departsAt: noon + (hour + 2) * HOUR }),
      ),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(claims, (all) => {
      const match = matchArrival(arrival(), all)
      if (match.kind === 'walkUp') return
      const { state, idToken, connectorId } = match.booking
      expect(['requested', 'confirmed', 'noShow', 'arrived']).toContain(state)
      expect(idToken).not.toBe('OTHER')
      expect(match.moves).toBe(connectorId === 2)
    }),
  )
})
