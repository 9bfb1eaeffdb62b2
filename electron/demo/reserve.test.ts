import { describe, expect, it } from 'vitest'
import { replyTo } from './command.ts'
import { pass, statusOf } from './connector.ts'
import { demoDepot } from './depot.ts'
import { ASKDAL_AC, KVISTBERG, TALLMYRA } from './habit.ts'
import type { Habit } from './habit.ts'
import { fits } from './reservation.ts'
import { expireReservations } from './reserve.ts'
import { simulationClock } from './simulation-clock.ts'
import { newStation } from './station.ts'
import type { Station } from './station.ts'

const MINUTE_MS = 60_000
const { stations, drivers } = demoDepot('test')
const nothing = { boot() {}, heartbeat() {}, restart() {}, changeKey() {} }
const [driver] = drivers

/** A station with two free connectors, to which nobody comes by himself. */
function station(habit: Habit = KVISTBERG): Station {
  const [spec] = stations
  if (spec === undefined) throw new Error('no station')
  const now = Date.now()
  const made = newStation({ ...spec, habit }, simulationClock(1, now), now, () => drivers)
  made.connectors = made.connectors.map((connector) => ({
    ...connector,
    next: { ...connector.next, arrivesAt: 1e15 },
  }))
  return made
}

function ask(at: Station, action: string, payload: object): unknown {
  const reply = replyTo(at, action, payload, nothing)
  return 'error' in reply ? reply.error : Reflect.get(reply.result, 'status')
}
const wanted = (changes: object = {}) => ({
  connectorId: 1,
  expiryDate: new Date(Date.now() + 30 * MINUTE_MS).toISOString(),
  idTag: 'CARD',
  reservationId: 7,
  ...changes,
})
const states = (of: Station) => of.connectors.map(statusOf)

describe('a reservation', () => {
  it('holds its connector until it is cancelled', () => {
    const held = station()
    expect(ask(held, 'ReserveNow', wanted())).toBe('Accepted')
    expect(states(held)).toEqual(['Reserved', 'Available'])
    expect(ask(held, 'CancelReservation', { reservationId: 8 })).toBe('Rejected')
    expect(ask(held, 'CancelReservation', { reservationId: 7 })).toBe('Accepted')
    expect(states(held)).toEqual(['Available', 'Available'])
  })

  it('ends by itself when its time is over', () => {
    const held = station()
    ask(held, 'ReserveNow', wanted())
    expireReservations(held, Date.now() + 29 * MINUTE_MS)
    expect(states(held)[0]).toBe('Reserved')
    expireReservations(held, Date.now() + 31 * MINUTE_MS)
    expect(states(held)[0]).toBe('Available')
  })

  it('is replaced by one of the same number, wherever that is, and by no other', () => {
    const held = station()
    ask(held, 'ReserveNow', wanted())
    expect(ask(held, 'ReserveNow', wanted({ reservationId: 8 }))).toBe('Occupied')
    expect(ask(held, 'ReserveNow', wanted({ idTag: 'OTHER' }))).toBe('Accepted')
    expect(held.connectors[0]?.reservation).toMatchObject({ id: 7, idTag: 'OTHER' })
    expect(ask(held, 'ReserveNow', wanted({ connectorId: 2 }))).toBe('Accepted')
    expect(states(held)).toEqual(['Available', 'Reserved'])
  })

  it('is not made of what is broken, closed, in use, over already or not there', () => {
    const [free] = station().connectors
    if (free === undefined) throw new Error('no connector')
    const change = (changes: object, request: object = {}) => {
      const at = station()
      at.connectors = [{ ...free, ...changes }]
      return ask(at, 'ReserveNow', wanted(request))
    }
    expect(change({ fault: { errorCode: 'GroundFailure', until: 1e15 } })).toBe('Faulted')
    expect(change({ operative: false })).toBe('Unavailable')
    expect(change({ expected: { idTag: 'DESK', until: 1e15 } })).toBe('Occupied')
    expect(change({}, { expiryDate: '2020-01-01T00:00:00Z' })).toBe('Rejected')
    expect(change({}, { connectorId: 0 })).toBe('Rejected')
  })

  it('turns a remote start with another card away and lets its own in', () => {
    const held = station()
    ask(held, 'ReserveNow', wanted())
    const other = { connectorId: 1, idTag: 'OTHER' }
    expect(ask(held, 'RemoteStartTransaction', other)).toBe('Rejected')
    expect(ask(held, 'RemoteStartTransaction', { connectorId: 1, idTag: 'card' })).toBe('Accepted')
  })

  it('fits its own card and those of its group, without case', () => {
    const reservation = { id: 7, idTag: 'CARD', parentIdTag: 'VANS', until: 0 }
    expect(fits(reservation, 'card', null)).toBe(true)
    expect(fits(reservation, 'OTHER', 'vans')).toBe(true)
    expect(fits(reservation, 'OTHER', 'CARS')).toBe(false)
    expect(fits({ ...reservation, parentIdTag: null }, 'OTHER', null)).toBe(false)
    expect(fits(null, 'OTHER', null)).toBe(true)
  })

  it('brings the depot’s own driver of that card in time', () => {
    const held = station()
    ask(held, 'ReserveNow', wanted({ idTag: driver?.idTag }))
    const [connector] = held.connectors
    if (connector === undefined) throw new Error('no connector')
    expect(connector.next.idTag).toBe(driver?.idTag)
    expect(connector.next.arrivesAt).toBeLessThan(Date.now() + 30 * MINUTE_MS)
    const manner = { leaveReason: 'Local', counted: 1 } as const
    const came = pass(connector, connector.next.arrivesAt, 1_000, manner).connector
    expect(statusOf(came)).toBe('Preparing')
  })

  it('is nothing the other makes know', () => {
    expect(ask(station(ASKDAL_AC), 'ReserveNow', wanted())).toBe('NotSupported')
    expect(ask(station(TALLMYRA), 'CancelReservation', { reservationId: 7 })).toBe('NotImplemented')
    const profiles = (habit: Habit) =>
      station(habit).configuration.get('SupportedFeatureProfiles')?.value
    expect(profiles(KVISTBERG)).toContain('Reservation')
    expect(profiles(TALLMYRA)).not.toContain('Reservation')
  })
})
