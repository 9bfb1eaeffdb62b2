import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../time/instant.ts'
import {
  isOpen,
  openSpans,
  opensNext,
  type OpeningHours,
  type OpenStretch,
} from './opening-hours.ts'

const stockholm = 'Europe/Stockholm'
const at = (text: string, timeZone = stockholm): number =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds

const stretch = (weekday: number, opens: string, closes: string): OpenStretch => ({
  weekday,
  opens: minutes(opens),
  closes: minutes(closes),
})
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** Monday to Friday 06:00-18:00. */
const workdays = [1, 2, 3, 4, 5].map((weekday) => stretch(weekday, '06:00', '18:00'))

describe('a gate that is open on workdays from six to six', () => {
  test.each([
    ['2026-06-01T05:59', false],
    ['2026-06-01T06:00', true],
    ['2026-06-01T18:00', true],
    ['2026-06-01T18:01', false],
    ['2026-06-06T12:00', false],
  ])('at %s: %s', (when, open) => {
    expect(isOpen(workdays, at(when), stockholm)).toBe(open)
  })

  test('opens next on the same day, the day after, or after the weekend', () => {
    const next = (when: string) => opensNext(workdays, at(when), stockholm)
    expect(next('2026-06-01T05:00')).toBe(at('2026-06-01T06:00'))
    expect(next('2026-06-01T06:00')).toBe(at('2026-06-02T06:00'))
    expect(next('2026-06-05T18:30')).toBe(at('2026-06-08T06:00'))
  })

  test('opens at six by its own clock on the days the clocks change', () => {
    const sundays = [stretch(7, '06:00', '18:00')]
    for (const [saturday, sunday] of [
      ['2026-03-28', '2026-03-29'],
      ['2026-10-24', '2026-10-25'],
    ])
      expect(opensNext(sundays, at(`${saturday}T12:00`), stockholm)).toBe(at(`${sunday}T06:00`))
  })
})

describe('a stretch until 24:00 and the next day’s from 0:00', () => {
  const night = [stretch(1, '20:00', '24:00'), stretch(2, '00:00', '04:00')]

  test('are one', () => {
    expect(isOpen(night, at('2026-06-02T00:00'), stockholm)).toBe(true)
    expect(opensNext(night, at('2026-06-01T21:00'), stockholm)).toBe(at('2026-06-08T20:00'))
    expect(openSpans(night, at('2026-06-01T00:00'), at('2026-06-07T00:00'), stockholm)).toEqual([
      { opensAt: at('2026-06-01T20:00'), closesAt: at('2026-06-02T04:00') },
    ])
  })

  test('let a car pass at midnight where the next day stays closed', () => {
    const evening = [stretch(1, '20:00', '24:00')]
    expect(isOpen(evening, at('2026-06-02T00:00'), stockholm)).toBe(true)
    expect(isOpen(evening, at('2026-06-02T00:00') + 1, stockholm)).toBe(false)
  })

  test('leave no opening where every day is open all day', () => {
    const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => stretch(weekday, '00:00', '24:00'))
    expect(opensNext(always, at('2026-06-02T12:00'), stockholm)).toBeNull()
    expect(isOpen(always, at('2026-03-29T00:00'), stockholm)).toBe(true)
  })
})

describe('the hours the clocks change', () => {
  test('a gate that opens in the hour left out opens as the clock jumps past it', () => {
    const early = [stretch(7, '02:30', '05:00')]
    expect(opensNext(early, at('2026-03-29T00:00'), stockholm)).toBe(at('2026-03-29T03:00'))
  })

  test('a stretch wholly in the hour left out does not take place', () => {
    const early = [stretch(7, '02:10', '02:50')]
    expect(opensNext(early, at('2026-03-29T00:00'), stockholm)).toBe(at('2026-04-05T02:10'))
    expect(isOpen(early, at('2026-03-29T03:00'), stockholm)).toBe(false)
  })

  test('a gate that opens in the hour that comes twice opens the first time and stays open', () => {
    const early = [stretch(7, '02:30', '05:00')]
    const opensAt = Date.UTC(2026, 9, 25, 0, 30)
    expect(opensNext(early, at('2026-10-25T00:00'), stockholm)).toBe(opensAt)
    for (let minute = 0; minute <= 210; minute += 30)
      expect(isOpen(early, opensAt + minute * MINUTE, stockholm)).toBe(true)
  })
})

test('no hours are never open, hours not told always', () => {
  expect(isOpen([], at('2026-06-01T12:00'), stockholm)).toBe(false)
  expect(opensNext([], at('2026-06-01T12:00'), stockholm)).toBeNull()
  expect(isOpen(null, at('2026-06-01T12:00'), stockholm)).toBe(true)
  expect(opensNext(null, at('2026-06-01T12:00'), stockholm)).toBeNull()
})

const anyHours: fc.Arbitrary<OpeningHours> = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 1_439 }), fc.nat(1_439))
    .map(([weekday, opens, length]) => ({
      weekday,
      opens,
      closes: Math.min(1_440, opens + 1 + length),
    })),
  { maxLength: 10 },
)
const anyZone = fc.constantFrom(
  'Europe/Stockholm',
  'America/New_York',
  'America/Havana',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
)
const anyInstant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) })

test('when it opens next, it is open then and was closed just before', () => {
  fc.assert(
    fc.property(anyHours, anyZone, anyInstant, (hours, zone, now) => {
      const next = opensNext(hours, now, zone)
      if (next === null) return
      expect(next).toBeGreaterThan(now)
      expect(isOpen(hours, next, zone)).toBe(true)
      expect(isOpen(hours, next - 1, zone)).toBe(false)
    }),
  )
})

test('between now and the next opening, once closed it stays closed', () => {
  fc.assert(
    fc.property(anyHours, anyZone, anyInstant, fc.nat(999), (hours, zone, now, share) => {
      const next = opensNext(hours, now, zone) ?? now + 9 * DAY
      if (isOpen(hours, now, zone)) return
      const between = now + Math.floor(((next - 1 - now) * share) / 1_000)
      expect(isOpen(hours, between, zone)).toBe(false)
    }),
  )
})

test('the spans say the same as asking instant by instant', () => {
  fc.assert(
    fc.property(anyHours, anyZone, anyInstant, fc.nat(72 * 60), (hours, zone, from, minute) => {
      const spans = openSpans(hours, from, from + 72 * HOUR, zone)
      const when = from + minute * MINUTE
      const inside = spans.some(({ opensAt, closesAt }) => opensAt < when && when < closesAt)
      if (inside) expect(isOpen(hours, when, zone)).toBe(true)
      const touched = spans.some(({ opensAt, closesAt }) => opensAt <= when && when <= closesAt)
      const atTheEdge = minute === 0 || minute === 72 * 60
      if (!touched && !atTheEdge) expect(isOpen(hours, when, zone)).toBe(false)
    }),
  )
})
