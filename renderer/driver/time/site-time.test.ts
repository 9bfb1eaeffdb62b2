import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { daysBetween, instantOf, wallOf } from './site-time.ts'

const STOCKHOLM = 'Europe/Stockholm'
const zones = [STOCKHOLM, 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC']

/** Every minute of the weeks in which the clocks change, and some of the rest of the year. */
const minute = fc.oneof(
  ...['2026-03-26', '2026-10-22'].map((day) =>
    fc.integer({ min: 0, max: 7 * 24 * 60 }).map((at) => Date.parse(day) + at * MINUTE),
  ),
  fc
    .integer({ min: 0, max: 366 * 24 * 60 })
    .map((at) => Date.parse('2026-01-01T00:00Z') + at * MINUTE),
)

test('the clock on the wall is the one that Temporal shows', () => {
  fc.assert(
    fc.property(minute, fc.constantFrom(...zones), (at, zone) => {
      const { date, time } = wallOf(at, zone)
      const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
      expect([date, time]).toEqual([
        shown.toPlainDate().toString(),
        shown.toPlainTime().toString({ smallestUnit: 'minute' }),
      ])
    }),
  )
})

test('what somebody types is the instant that Temporal takes it for, leaps and repeats included', () => {
  fc.assert(
    fc.property(minute, fc.constantFrom(...zones), (typed, zone) => {
      const text = new Date(typed).toISOString()
      const wall = { date: text.slice(0, 10), time: text.slice(11, 16) }
      const meant = Temporal.PlainDateTime.from(`${wall.date}T${wall.time}`).toZonedDateTime(zone)
      expect(instantOf(wall, zone)).toBe(meant.epochMilliseconds)
    }),
  )
})

test('half past two leaps with the clocks in spring, and is the first of two in autumn', () => {
  const leapt = instantOf({ date: '2026-03-29', time: '02:30' }, STOCKHOLM)
  expect(leapt).toBe(Date.parse('2026-03-29T01:30Z'))
  expect(wallOf(leapt ?? 0, STOCKHOLM).time).toBe('03:30')
  const first = instantOf({ date: '2026-10-25', time: '02:30' }, STOCKHOLM)
  expect(first).toBe(Date.parse('2026-10-25T00:30Z'))
  expect(wallOf((first ?? 0) + HOUR, STOCKHOLM).time).toBe('02:30')
})

test('what is no date or time is nothing', () => {
  expect(instantOf({ date: '', time: '10:00' }, STOCKHOLM)).toBeNull()
  expect(instantOf({ date: '2026-02-31', time: '10:00' }, STOCKHOLM)).toBeNull()
  expect(instantOf({ date: '2026-02-28', time: '' }, STOCKHOLM)).toBeNull()
  expect(instantOf({ date: '2026-02-28', time: '25:00' }, STOCKHOLM)).toBeNull()
})

test('days are counted by the wall’s calendar, not by 24 hours', () => {
  const at = (text: string) => Date.parse(text)
  expect(daysBetween(at('2026-03-28T22:30Z'), at('2026-03-28T23:30Z'), STOCKHOLM)).toBe(1)
  expect(daysBetween(at('2026-03-28T23:30Z'), at('2026-03-29T21:30Z'), STOCKHOLM)).toBe(0)
  expect(daysBetween(at('2026-10-25T20:00Z'), at('2026-10-24T20:00Z'), STOCKHOLM)).toBe(-1)
})
