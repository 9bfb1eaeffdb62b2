import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '../../time/instant.ts'
import { firstTerms } from '../site/booking-terms.ts'
import type { Booking } from './booking.ts'
import { bookingFrom } from './decide.ts'
import { HORIZON_DAYS, type Made, materialise, placedOrWaiting } from './materialise.ts'
import { daysAfter } from './occurrences.ts'
import { occupancyOf } from './occupancy.ts'
import type { Recurring } from './recurring.ts'
import type { Surroundings } from './surroundings.ts'

const timeZone = 'Europe/Stockholm'
const stationId = '01890000-0000-7000-8000-000000000001'
const ruleId = '01890000-0000-7000-8000-000000000002'
/** Monday, 1 June 2026, at noon. */
const now = Date.UTC(2026, 5, 1, 10)
const today = '2026-06-01'

const rule = (changes: Partial<Recurring> = {}): Recurring => ({
  id: ruleId,
  weekdays: [1, 2, 3, 4, 5],
  arrives: '18:00',
  departs: '05:00',
  firstOn: '2026-01-01',
  lastOn: null,
  stationId,
  connectorId: 1,
  flexibility: 'fixed',
  need: { kind: 'energy', energyWh: 30_000 },
  vehicleId: null,
  customerId: null,
  plate: 'ABC 123',
  idToken: null,
  priority: 'normal',
  note: '',
  endedAt: null,
  createdAt: now,
  updatedAt: now,
  ...changes,
})

let numbers = 0
const id = (): string => `01890000-0000-7000-9000-${String(++numbers).padStart(12, '0')}`

/** What a rule comes to when nothing stands in its way. */
function carriedOut(by: Recurring, made: readonly Made[] = [], at = now): Made[] {
  const { create, change, cancel } = materialise(by, made, at, timeZone)
  const rows = new Map(made.map((one) => [one.booking.id, one]))
  for (const { booking, plan } of change) {
    const revision = booking.revision + 1
    rows.set(booking.id, {
      booking: { ...booking, ...plan, state: 'confirmed', revision },
      revision,
    })
  }
  for (const booking of cancel)
    rows.set(booking.id, {
      booking: { ...booking, state: 'cancelled', revision: booking.revision + 1 },
      revision: booking.revision + 1,
    })
  for (const { occursOn, plan } of create) {
    const words = { id: id(), state: 'confirmed', origin: 'recurring' } as const
    const booking = bookingFrom(plan, {
      ...words,
      reservationId: numbers,
      now: at,
      recurringId: by.id,
      occursOn,
    })
    rows.set(booking.id, { booking, revision: 0 })
  }
  return [...rows.values()]
}

const nothing = { create: [], change: [], cancel: [], rejoin: [] }
const of = (made: readonly Made[], day: string): Made => {
  const found = made.find(({ booking }) => booking.occursOn === day)
  if (!found) throw new Error(`nothing was made for ${day}`)
  return found
}
const withChanged = (made: readonly Made[], day: string, changes: Partial<Booking>): Made[] =>
  made.map((one) =>
    one.booking.occursOn === day ? { ...one, booking: { ...one.booking, ...changes } } : one,
  )

describe('a new rule', () => {
  test('makes its bookings of four weeks, today’s included', () => {
    const days = materialise(rule(), [], now, timeZone).create.map(({ occursOn }) => occursOn)
    expect(days).toHaveLength(21)
    expect([days[0], days.at(-1)]).toEqual([today, daysAfter(today, HORIZON_DAYS)])
  })

  test('makes none whose arrival has passed', () => {
    const morning = rule({ arrives: '08:00', departs: '09:00' })
    expect(materialise(morning, [], now, timeZone).create[0]?.occursOn).toBe('2026-06-02')
  })

  test('that is carried out leaves nothing to do', () => {
    expect(materialise(rule(), carriedOut(rule()), now, timeZone)).toEqual(nothing)
  })
})

describe('one day that is an exception', () => {
  const made = carriedOut(rule())
  const later = rule({ arrives: '20:00' })

  test.each<[string, Partial<Booking>]>([
    ['was moved by hand', { revision: 1, arrivesAt: now + 3 * DAY }],
    ['was cancelled', { state: 'cancelled', revision: 1 }],
    ['has a car that came early', { state: 'arrived' }],
    ['never saw its car', { state: 'noShow' }],
  ])('since it %s, stays when the rule changes, and is not made again', (_, changes) => {
    const day = '2026-06-03'
    const { create, change, cancel } = materialise(
      later,
      withChanged(made, day, changes),
      now,
      timeZone,
    )
    expect([create, cancel]).toEqual([[], []])
    expect(change).toHaveLength(20)
    expect(change.map(({ booking }) => booking.occursOn)).not.toContain(day)
  })
})

test('a booking that was changed and is again what the rule says follows it again', () => {
  const made = withChanged(carriedOut(rule()), '2026-06-03', { revision: 2 })
  const { rejoin, change } = materialise(rule(), made, now, timeZone)
  expect([rejoin.map(({ occursOn }) => occursOn), change]).toEqual([['2026-06-03'], []])
  const moved = withChanged(made, '2026-06-03', { arrivesAt: now + 3 * DAY })
  expect(materialise(rule(), moved, now, timeZone)).toEqual(nothing)
})

describe('a changed rule', () => {
  const made = carriedOut(rule())

  test('changes the bookings nobody has touched, each to the new words of its own day', () => {
    const { change } = materialise(rule({ arrives: '20:00', plate: 'NEW 1' }), made, now, timeZone)
    expect(change).toHaveLength(21)
    for (const { booking, plan } of change) {
      expect(plan.arrivesAt - booking.arrivesAt).toBe(2 * HOUR)
      expect(plan.plate).toBe('NEW 1')
    }
  })

  test('cancels the days it has no more and makes those that are new', () => {
    const { create, change, cancel } = materialise(
      rule({ weekdays: [1, 2, 3, 4, 6] }),
      made,
      now,
      timeZone,
    )
    expect(change).toEqual([])
    expect(cancel.map(({ occursOn }) => occursOn)).toEqual([
      '2026-06-05',
      '2026-06-12',
      '2026-06-19',
      '2026-06-26',
    ])
    expect(create).toHaveLength(4)
  })

  test('leaves alone what has begun', () => {
    const evening = Date.UTC(2026, 5, 1, 18)
    const { change, cancel } = materialise(rule({ arrives: '22:00' }), made, evening, timeZone)
    const days = change.map(({ booking }) => booking.occursOn)
    expect([days[0], cancel]).toEqual(['2026-06-02', []])
  })

  test('leaves alone today’s booking where its new arrival has passed', () => {
    const { change, cancel } = materialise(rule({ arrives: '10:00' }), made, now, timeZone)
    expect(change[0]?.booking.occursOn).toBe('2026-06-02')
    expect(cancel).toEqual([])
  })

  test('may change the same bookings again', () => {
    const second = carriedOut(rule({ arrives: '20:00' }), made)
    expect(materialise(rule(), second, now, timeZone).change).toHaveLength(21)
  })

  test('brings back the days it had cancelled itself, once it has them again', () => {
    const without = carriedOut(rule({ weekdays: [1, 2, 3, 4] }), made)
    const { create, change } = materialise(rule(), without, now, timeZone)
    expect(create).toEqual([])
    expect(change.map(({ booking }) => [booking.occursOn, booking.state])).toEqual(
      ['2026-06-05', '2026-06-12', '2026-06-19', '2026-06-26'].map((day) => [day, 'cancelled']),
    )
  })

  test('that has ended cancels what nobody has touched', () => {
    const { create, cancel } = materialise(rule({ endedAt: now }), made, now, timeZone)
    expect([create, cancel.length]).toEqual([[], 21])
  })
})

test('a booking that waits for a place lacks nothing but that', () => {
  const waiting = withChanged(carriedOut(rule()), '2026-06-03', {
    stationId: null,
    connectorId: null,
    state: 'requested',
  })
  expect(materialise(rule(), waiting, now, timeZone)).toEqual(nothing)
  expect(materialise(rule({ plate: 'NEW' }), waiting, now, timeZone).change).toHaveLength(21)
})

test('from day to day only the days that come within sight are made', () => {
  const made = carriedOut(rule())
  const tomorrow = materialise(rule(), made, now + DAY, timeZone)
  expect(tomorrow.create.map(({ occursOn }) => occursOn)).toEqual(['2026-06-30'])
  expect([tomorrow.change, tomorrow.cancel]).toEqual([[], []])
})

const anyRule = fc
  .record({
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    arrives: fc.constantFrom('00:00', '02:30', '06:15', '18:00', '23:59'),
    departs: fc.constantFrom('00:00', '02:45', '05:00', '18:00'),
    lastOn: fc.constantFrom(null, '2026-06-10', '2026-05-01'),
    plate: fc.constantFrom('ABC 123', 'DEF 456'),
  })
  .map((words) => rule(words))

test('whatever rule follows which, one pass is enough, and no day is booked twice', () => {
  fc.assert(
    fc.property(anyRule, anyRule, fc.nat(40 * 24), (first, second, hours) => {
      const at = now + hours * HOUR
      const made = carriedOut(second, carriedOut(first), at)
      expect(materialise(second, made, at, timeZone)).toEqual(nothing)
      const days = made.map(({ booking }) => booking.occursOn)
      expect(new Set(days).size).toBe(days.length)
    }),
  )
})

describe('a place', () => {
  const bay = {
    stationId,
    connectorId: 1,
    zone: '',
    equipment: { standard: null, powerType: null, maxPowerW: null },
    outOfService: false,
  }
  const around = (...others: Booking[]): Surroundings => ({
    now,
    timeZone,
    terms: firstTerms,
    grid: null,
    occupancy: occupancyOf(others),
    bay: (station, connector) => (station === stationId && connector === 1 ? bay : undefined),
    bays: () => [bay],
    vehicle: () => undefined,
    hasCustomer: () => true,
  })
  const { booking } = of(carriedOut(rule()), '2026-06-03')

  test('that is free is taken', () => {
    expect(placedOrWaiting({ ...booking, state: 'requested' }, null, around())).toEqual(booking)
  })

  test('that is taken leaves the booking waiting without one', () => {
    const other = { ...booking, id: id(), arrivesAt: booking.arrivesAt + HOUR }
    expect(placedOrWaiting(booking, null, around(other))).toEqual({
      ...booking,
      stationId: null,
      connectorId: null,
      state: 'requested',
    })
  })

  test('that is not told leaves it waiting too', () => {
    const placeless = { ...booking, stationId: null, connectorId: null }
    expect(placedOrWaiting(placeless, null, around()).state).toBe('requested')
  })
})
