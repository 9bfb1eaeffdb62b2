import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../time/instant.ts'
import { NOON } from '../booking/booking-fixture.ts'
import { needWh } from '../booking/need.ts'
import { blockKey } from './block.ts'
import { depositOf } from './deposit.ts'
import { firstHouseRules } from './house-rules.ts'
import { inLine, positionOf } from './in-line.ts'
import { energyNeedOf } from './need.ts'
import { spanOf } from './offers.ts'
import { visitRefusalsOf } from './refusals-of.ts'
import { windowRefusals } from './window-rules.ts'
import { aVisit } from './visit-fixture.ts'

describe('the house rules', () => {
  const rules = { ...firstHouseRules, leadMin: 30, aheadDays: 7 }
  const codes = (arrivesAt: number, departsAt: number) =>
    windowRefusals({ kind: 'ahead', arrivesAt, departsAt }, rules, NOON).map(({ code }) => code)

  test('leave a window alone that keeps to them', () => {
    expect(codes(NOON + HOUR, NOON + 2 * HOUR)).toEqual([])
  })

  test('refuse what is too soon, too far ahead, too short or too long', () => {
    expect(codes(NOON + 10 * MINUTE, NOON + HOUR)).toEqual(['tooSoon'])
    expect(codes(NOON + 8 * DAY, NOON + 8 * DAY + HOUR)).toEqual(['tooFarAhead'])
    expect(codes(NOON + HOUR, NOON + HOUR + MINUTE)).toEqual(['tooShort'])
    expect(codes(NOON + HOUR, NOON + 26 * HOUR)).toEqual(['tooLong'])
    expect(codes(NOON - HOUR, NOON + HOUR)).toEqual(['inThePast'])
    expect(codes(NOON + HOUR, NOON + HOUR)).toEqual(['departureBeforeArrival'])
  })

  test('don’t hold the minute against anybody that it took to choose', () => {
    expect(codes(NOON + 26 * MINUTE, NOON + HOUR)).toEqual([])
  })

  test('bound the span in which windows are looked for', () => {
    const wish = { arrivesFrom: NOON, departsBy: NOON + 100 * DAY }
    expect(spanOf(wish, 'ahead', rules, NOON)).toEqual({
      ...{ from: NOON + 30 * MINUTE, until: NOON + 9 * DAY },
    })
    expect(spanOf({ ...wish, departsBy: NOON }, 'now', rules, NOON)).toBeNull()
  })
})

describe('a deposit', () => {
  test('is the part that the rules name, rounded up', () => {
    expect(depositOf(3_333, 'SEK', 'online', { depositPct: 50 })).toBe(1_667)
    expect(depositOf(3_333, 'SEK', 'online', { depositPct: 0 })).toBe(0)
  })

  test('is nothing at the desk, without a price, or below what a card takes', () => {
    expect(depositOf(3_333, 'SEK', 'atDesk', { depositPct: 100 })).toBe(0)
    expect(depositOf(null, 'SEK', 'online', { depositPct: 100 })).toBe(0)
    expect(depositOf(299, 'SEK', 'online', { depositPct: 100 })).toBe(0)
    expect(depositOf(300, 'SEK', 'online', { depositPct: 100 })).toBe(300)
  })
})

describe('how much', () => {
  test('a distance is what the car takes for it, and what is lost on the way', () => {
    const need = energyNeedOf({ kind: 'distance', km: 100, whPerKm: 180 })
    expect(need && needWh(need)).toBe(20_000)
  })

  test('as much as possible is no promise', () => {
    expect(energyNeedOf({ kind: 'full' })).toBeNull()
  })
})

test('who is blocked is known however their plate, phone or address is written', () => {
  expect(blockKey('plate', 'abc-123')).toBe(blockKey('plate', 'ABC 123'))
  expect(blockKey('phone', '070-123 45 67')).toBe(blockKey('phone', '+46701234567'))
  expect(blockKey('email', ' Kim@Example.com')).toBe('kim@example.com')
})

test('a line is in the order in which people came', () => {
  const visits = [3, 1, 2].map((at) =>
    aVisit({ id: String(at), state: 'waiting', createdAt: NOON + at }),
  )
  const over = aVisit({ id: '0', state: 'over', createdAt: NOON })
  expect(inLine([...visits, over]).map(({ id }) => id)).toEqual(['1', '2', '3'])
  expect(positionOf('2', visits)).toEqual({ position: 2, of: 3 })
  expect(positionOf('0', [over])).toBeNull()
})

test('what a driver is told of a refusal names nobody', () => {
  const other = { bookingId: 'b', plate: 'ABC 123', arrivesAt: 1, departsAt: 2 }
  const told = visitRefusalsOf([
    { code: 'overlaps', ...other, turnaroundMs: 0 },
    { code: 'overlaps', ...other, turnaroundMs: 0 },
    { code: 'gridFull', shortWh: 1, stretches: [], feeders: ['North'], bookings: [other] },
    { code: 'vehicleElsewhere', ...other },
  ])
  expect(told).toEqual([{ code: 'taken' }, { code: 'gridFull' }, { code: 'carElsewhere' }])
})
