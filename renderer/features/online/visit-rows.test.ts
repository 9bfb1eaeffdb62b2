import { expect, test } from 'vitest'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Visit } from '../../../shared/domain/visit/visit.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { visitFixture } from '../../visit/visit-fixture.ts'
import { grouped, isFound, visitRows } from './visit-rows.ts'

const now = 20 * DAY + 9 * HOUR
const dayOf = (at: number) => String(Math.floor(at / DAY))
const none = new Map<string, Booking>()
const wish = (from: number) => ({
  wish: { need: { kind: 'full' as const }, arrivesFrom: from, departsBy: from + HOUR },
})
const rowsOf = (visits: readonly Visit[], bookings = none) =>
  visitRows(visits, bookings, now, dayOf)
const order = (visits: readonly Visit[]) => rowsOf(visits).map(({ visit }) => visit.id)

test('what presses comes first, and what is over last', () => {
  const visits = (['over', 'waiting', 'agreed', 'unpaid', 'offered'] as const).map((state) =>
    visitFixture({ id: state, state, ...wish(now) }),
  )
  expect(order(visits)).toEqual(['offered', 'unpaid', 'waiting', 'agreed', 'over'])
})

test('of those that are held, whose time is up first; of those in line, who asked first', () => {
  const held = [30, 5, 12].map((min) =>
    visitFixture({ id: `${min}`, state: 'unpaid', holdUntil: now + min * MINUTE }),
  )
  expect(order(held)).toEqual(['5', '12', '30'])
  const line = [3, 1, 2].map((createdAt) =>
    visitFixture({ id: `${createdAt}`, state: 'waiting', bookingId: null, createdAt }),
  )
  expect(rowsOf(line).map((row) => [row.visit.id, row.line])).toEqual([
    ['1', { position: 1, of: 3 }],
    ['2', { position: 2, of: 3 }],
    ['3', { position: 3, of: 3 }],
  ])
})

test('agreed is for today until the day is over, also where it began before', () => {
  const groupAt = (from: number) => rowsOf([visitFixture(wish(from))])[0]?.group
  expect(groupAt(now - 26 * HOUR)).toBe('today')
  expect(groupAt(now + 14 * HOUR)).toBe('today')
  expect(groupAt(now + 15 * HOUR)).toBe('ahead')
})

test('only groups that have any are shown', () => {
  const rows = rowsOf([visitFixture({ state: 'over', endReason: 'done' })])
  expect(grouped(rows).map(([group, members]) => [group, members.length])).toEqual([['over', 1]])
  expect(grouped([])).toEqual([])
})

test('a change that isn’t paid yet is told, with until when it may be', () => {
  const lapse = {
    ...{ until: now + 7 * MINUTE, arrivesAt: now, departsAt: now + HOUR, stationId: 'a' },
    ...{ connectorId: 1, need: { kind: 'full' as const }, isFlexible: false, depositMinor: 0 },
  }
  const [row] = rowsOf([visitFixture({ lapse })])
  expect(row).toMatchObject({ going: 'change', heldUntil: now + 7 * MINUTE })
})

test('one is found by plate and phone however they are written, by e-mail and by its connector', () => {
  const [row] = rowsOf([visitFixture({ phone: '+46 70 555 01 23', email: 'kim@example.com' })])
  if (row === undefined) throw new Error('There is one.')
  for (const typed of ['abc123', 'BC 12', '070-555', 'example', 'a7', ''])
    expect(isFound(row, 'A7', typed)).toBe(true)
  for (const typed of ['XYZ', 'kim@other']) expect(isFound(row, 'A7', typed)).toBe(false)
})
