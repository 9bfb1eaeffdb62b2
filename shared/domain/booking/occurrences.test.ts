import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { daysAfter, localDateOf, occurrencesOf, type Rhythm } from './occurrences.ts'

const stockholm = 'Europe/Stockholm'

const rule = (changes: Partial<Rhythm> = {}): Rhythm => ({
  weekdays: [1, 2, 3, 4, 5],
  arrives: '18:00',
  departs: '05:00',
  firstOn: '2026-01-01',
  lastOn: null,
  ...changes,
})
const everyDay = [1, 2, 3, 4, 5, 6, 7]

const wall = (at: number, timeZone = stockholm): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

describe('a rule', () => {
  test('books its weekdays, over the night where the departure is not after the arrival', () => {
    const days = occurrencesOf(rule(), '2026-06-05', '2026-06-09', stockholm)
    expect(days.map(({ arrivesAt, departsAt }) => [wall(arrivesAt), wall(departsAt)])).toEqual([
      ['2026-06-05T18:00', '2026-06-06T05:00'],
      ['2026-06-08T18:00', '2026-06-09T05:00'],
      ['2026-06-09T18:00', '2026-06-10T05:00'],
    ])
  })

  test('books a whole day where both times are the same', () => {
    const [day] = occurrencesOf(
      rule({ arrives: '08:00', departs: '08:00' }),
      '2026-06-01',
      '2026-06-01',
      stockholm,
    )
    expect((day?.departsAt ?? 0) - (day?.arrivesAt ?? 0)).toBe(24 * HOUR)
  })

  test('books neither before its first day nor after its last', () => {
    const bounded = rule({ weekdays: everyDay, firstOn: '2026-06-03', lastOn: '2026-06-05' })
    const days = occurrencesOf(bounded, '2026-06-01', '2026-06-30', stockholm)
    expect(days.map(({ occursOn }) => occursOn)).toEqual(['2026-06-03', '2026-06-04', '2026-06-05'])
    expect(occurrencesOf(bounded, '2026-06-06', '2026-06-30', stockholm)).toEqual([])
  })
})

describe.each([
  ['forward', '2026-03-23', '2026-04-05', '2026-03-28', 10],
  ['back', '2026-10-19', '2026-11-01', '2026-10-24', 12],
])('in the fortnight in which the clocks go %s', (_, from, until, nightOf, hours) => {
  const days = occurrencesOf(rule({ weekdays: everyDay }), from, until, stockholm)

  test('every booking is at the time of day that was meant', () => {
    expect(days).toHaveLength(14)
    for (const { occursOn, arrivesAt, departsAt } of days) {
      expect(wall(arrivesAt)).toBe(`${occursOn}T18:00`)
      expect(wall(departsAt)).toBe(`${daysAfter(occursOn, 1)}T05:00`)
    }
  })

  test('the night itself is an hour shorter or longer', () => {
    const night = days.find(({ occursOn }) => occursOn === nightOf)
    expect((night?.departsAt ?? 0) - (night?.arrivesAt ?? 0)).toBe(hours * HOUR)
  })
})

describe('on the days the clocks change', () => {
  const on = (date: string, arrives: string, departs: string) => {
    const [day] = occurrencesOf(
      rule({ weekdays: everyDay, arrives, departs }),
      date,
      date,
      stockholm,
    )
    if (!day) throw new Error('it does not occur')
    return day
  }

  test('half past two that is left out is half past three', () => {
    expect(wall(on('2026-03-29', '02:30', '06:00').arrivesAt)).toBe('2026-03-29T03:30')
    expect(wall(on('2026-03-28', '22:00', '02:30').departsAt)).toBe('2026-03-29T03:30')
  })

  test('half past two that comes twice is the first', () => {
    expect(on('2026-10-25', '02:30', '06:00').arrivesAt).toBe(Date.UTC(2026, 9, 25, 0, 30))
  })

  test('a booking that begins in the hour left out keeps the length that was meant', () => {
    const { arrivesAt, departsAt } = on('2026-03-29', '02:45', '03:15')
    expect([wall(arrivesAt), wall(departsAt)]).toEqual(['2026-03-29T03:45', '2026-03-29T04:15'])
  })
})

const clock = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
const date = fc.integer({ min: 0, max: 3_000 }).map((days) => daysAfter('2022-01-01', days))
const rhythm: fc.Arbitrary<Rhythm> = fc.record({
  weekdays: fc.subarray(everyDay, { minLength: 1 }),
  arrives: clock,
  departs: clock,
  firstOn: date,
  lastOn: fc.option(date),
})
const zone = fc.constantFrom(
  stockholm,
  'America/New_York',
  'America/Havana',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'UTC',
)

test('whatever the rule and the zone, a booking ends after it begins, within a day or a little more', () => {
  fc.assert(
    fc.property(rhythm, date, zone, (any, from, timeZone) => {
      for (const { arrivesAt, departsAt } of occurrencesOf(
        any,
        from,
        daysAfter(from, 60),
        timeZone,
      )) {
        expect(departsAt).toBeGreaterThan(arrivesAt)
        expect(departsAt - arrivesAt).toBeLessThanOrEqual(25 * HOUR)
      }
    }),
  )
})

test('the clock shows the arrival time on its day, unless the clocks leave it out', () => {
  fc.assert(
    fc.property(rhythm, date, zone, (any, from, timeZone) => {
      for (const { occursOn, arrivesAt } of occurrencesOf(
        any,
        from,
        daysAfter(from, 60),
        timeZone,
      )) {
        expect(localDateOf(arrivesAt, timeZone)).toBe(occursOn)
        const meant = `${occursOn}T${any.arrives}`
        if (wall(arrivesAt, timeZone) === meant) {
          // The first of two: an hour before, the clock showed something else.
          for (const back of [30 * MINUTE, HOUR])
            expect(wall(arrivesAt - back, timeZone)).not.toBe(meant)
        } else expect(everShown(meant, timeZone)).toBe(false)
      }
    }),
  )
})

test('the days of a long time are those of its parts', () => {
  fc.assert(
    fc.property(rhythm, date, fc.nat(40), zone, (any, from, days, timeZone) => {
      const middle = daysAfter(from, days)
      const until = daysAfter(from, 60)
      expect([
        ...occurrencesOf(any, from, middle, timeZone),
        ...occurrencesOf(any, daysAfter(middle, 1), until, timeZone),
      ]).toEqual(occurrencesOf(any, from, until, timeZone))
    }),
  )
})

/** Whether a clock in the zone shows that time at all, tried minute by minute around it. */
function everShown(meant: string, timeZone: string): boolean {
  const around = Temporal.PlainDateTime.from(meant).toZonedDateTime('UTC').epochMilliseconds
  const offsetMs =
    Temporal.Instant.fromEpochMilliseconds(around).toZonedDateTimeISO(timeZone).offsetNanoseconds /
    1e6
  for (let minute = -180; minute <= 180; minute++)
    if (wall(around - offsetMs + minute * MINUTE, timeZone) === meant) return true
  return false
}
