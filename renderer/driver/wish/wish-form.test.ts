import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visitNeed } from '../../../shared/domain/visit/need.ts'
import { visitWish } from '../../../shared/domain/visit/visit.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { wallOf } from '../time/site-time.ts'
import { firstNeed, needFormOf, needOf } from './need-form.ts'
import {
  firstWish,
  freshened,
  leavesAt,
  leavings,
  morningAfter,
  type WishForm,
  wishOf,
  withArrival,
} from './wish-form.ts'

const zone = 'Europe/Stockholm'
const at = (text: string) => Date.parse(text)
const site = (now: string, rules = { leadMin: 0, mostStayMin: 1_440 }) => ({
  ...{ now: at(now), timeZone: zone, rules },
})

test('whatever the form says of the need is one that the hub takes, and is told back alike', () => {
  const form = fc.record({
    kind: fc.constantFrom('full', 'distance', 'energy', 'soc'),
    km: fc.option(fc.integer({ min: -5, max: 3_000 })),
    whPerKm: fc.constantFrom(150, 180, 250),
    kWh: fc.option(fc.double({ min: -1, max: 3_000, noNaN: true })),
    batteryKWh: fc.option(fc.double({ min: -1, max: 3_000, noNaN: true })),
    fromPct: fc.integer({ min: 0, max: 100 }),
    toPct: fc.integer({ min: 0, max: 100 }),
  })
  fc.assert(
    fc.property(form, (typed) => {
      const need = needOf(typed)
      if (typeof need === 'string') return
      expect(visitNeed.safeParse(need).success).toBe(true)
      expect(needOf(needFormOf(need))).toEqual(need)
    }),
  )
})

test('nothing typed is nothing wanted, and a battery doesn’t empty while it charges', () => {
  expect(needOf({ ...firstNeed, kind: 'energy', kWh: null })).toBe('needMissing')
  expect(needOf({ ...firstNeed, kind: 'soc', fromPct: 80, toPct: 80 })).toBe('socOrder')
})

test('who begins now leaves in two hours, to five minutes', () => {
  const form = firstWish('now', null, site('2026-03-02T10:02Z'))
  expect(leavesAt(form, at('2026-03-02T10:02Z'), zone)).toBe(at('2026-03-02T12:05Z'))
})

test('who books ahead is offered the next whole hour that the house rules allow', () => {
  const form = firstWish(
    'ahead',
    null,
    site('2026-03-02T10:02Z', { leadMin: 180, mostStayMin: 90 }),
  )
  expect(form.arrival).toEqual({ date: '2026-03-02', time: '15:00' })
  expect(form.departure).toEqual({ date: '2026-03-02', time: '16:30' })
})

test('only what the house rules leave open is offered to who begins now', () => {
  const afternoon = at('2026-03-02T15:00Z')
  expect(leavings({ mostStayMin: 1_440 }, afternoon, zone)).toEqual([
    1,
    2,
    4,
    8,
    'morning',
    'other',
  ])
  expect(leavings({ mostStayMin: 240 }, afternoon, zone)).toEqual([1, 2, 4, 'other'])
})

test('the morning is the next one, also in the night in which the clocks leap', () => {
  expect(morningAfter(at('2026-03-02T20:00Z'), zone)).toBe(at('2026-03-03T05:00Z'))
  expect(morningAfter(at('2026-03-29T00:30Z'), zone)).toBe(at('2026-03-29T04:00Z'))
  expect(morningAfter(at('2026-03-28T22:00Z'), zone)).toBe(at('2026-03-29T04:00Z'))
  expect(morningAfter(at('2026-10-24T20:00Z'), zone)).toBe(at('2026-10-25T05:00Z'))
})

const ahead = (over: Partial<WishForm> = {}): WishForm => ({
  ...firstWish('ahead', null, site('2026-03-02T10:00Z')),
  ...{ arrival: { date: '2026-03-02', time: '18:00' } },
  ...{ departure: { date: '2026-03-03', time: '06:00' } },
  ...over,
})

test('a wish is told in instants, by the site’s clock', () => {
  const told = wishOf(ahead(), at('2026-03-02T10:00Z'), zone)
  expect(told).toEqual({
    wish: {
      ...{ need: { kind: 'full' } },
      ...{ arrivesFrom: at('2026-03-02T17:00Z'), departsBy: at('2026-03-03T05:00Z') },
    },
  })
  expect(visitWish.safeParse('wish' in told && told.wish).success).toBe(true)
})

test('all that is in the way is said at once', () => {
  const form = ahead({
    need: { ...firstNeed, kind: 'energy', kWh: null },
    departure: { date: '2026-03-02', time: '17:00' },
  })
  expect(wishOf(form, at('2026-03-02T10:00Z'), zone)).toEqual({
    problems: ['needMissing', 'departureBeforeArrival'],
  })
  const gone = ahead({ arrival: { date: '2026-03-01', time: '18:00' } })
  expect(wishOf(gone, at('2026-03-02T10:00Z'), zone)).toEqual({ problems: ['inThePast'] })
  const cleared = ahead({ arrival: { date: '2026-03-02', time: '' } })
  expect(wishOf(cleared, at('2026-03-02T10:00Z'), zone)).toEqual({ problems: ['timeMissing'] })
})

test('with the arrival the departure moves, as many hours after it, over a leap of the clocks too', () => {
  const form = ahead({
    arrival: { date: '2026-03-27', time: '22:00' },
    departure: { date: '2026-03-28', time: '06:00' },
  })
  const moved = withArrival(form, { date: '2026-03-28', time: '22:00' }, zone)
  expect(moved.departure).toEqual({ date: '2026-03-29', time: '07:00' })
})

test('a draft of yesterday begins at a time to come, and keeps what was wanted', () => {
  const draft = ahead({ need: { ...firstNeed, kind: 'energy', kWh: 33 }, isFlexible: true })
  const now = '2026-03-05T10:00Z'
  const fresh = freshened(draft, site(now))
  expect(fresh).toMatchObject({ isFlexible: true, need: { kWh: 33 } })
  expect(fresh.arrival).toEqual(wallOf(at(now) + HOUR, zone))
  expect(freshened(fresh, site('2026-03-05T10:30Z'))).toEqual(fresh)
})
