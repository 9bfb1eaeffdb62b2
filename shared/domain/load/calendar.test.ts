import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { calendarOf } from './calendar.ts'
import type { LoadStep } from './load.ts'

const at = (text: string, timeZone = 'Europe/Stockholm'): number =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds
const count = (step: LoadStep, from: string, until: string, timeZone = 'Europe/Stockholm') =>
  calendarOf(step, { from: at(from, timeZone), until: at(until, timeZone) }, timeZone).startsAt
    .length

test('a day has 24 hours, 23 when the clocks go forward and 25 when they go back', () => {
  expect(count('hour', '2026-03-02', '2026-03-03')).toBe(24)
  expect(count('hour', '2026-03-29', '2026-03-30')).toBe(23)
  expect(count('hour', '2026-10-25', '2026-10-26')).toBe(25)
  expect(count('quarter', '2026-10-25', '2026-10-26')).toBe(100)
  expect(count('day', '2026-10-25', '2026-10-26')).toBe(1)
})

test('steps are whole: the first has the beginning in it, the last ends at or after the end', () => {
  const span = { from: at('2026-03-02T12:20'), until: at('2026-03-02T13:01') }
  const { startsAt, endsAt } = calendarOf('quarter', span, 'Europe/Stockholm')
  expect(startsAt[0]).toBe(at('2026-03-02T12:15'))
  expect(endsAt).toBe(at('2026-03-02T13:15'))
  expect(startsAt.length).toBe(4)
})

test('months are those of the calendar', () => {
  const span = { from: at('2026-01-31'), until: at('2026-04-01') }
  const { startsAt, endsAt } = calendarOf('month', span, 'Europe/Stockholm')
  expect(startsAt).toEqual([at('2026-01-01'), at('2026-02-01'), at('2026-03-01')])
  expect(endsAt).toBe(at('2026-04-01'))
})

test('hours are those of the clock where it is half an hour off', () => {
  const zone = 'Asia/Kolkata'
  const span = { from: at('2026-03-02T08:10', zone), until: at('2026-03-02T09:00', zone) }
  expect(calendarOf('hour', span, zone).startsAt).toEqual([at('2026-03-02T08:00', zone)])
  expect(at('2026-03-02T08:00', zone) % HOUR).toBe(30 * MINUTE)
})

test('a day whose clocks go by half an hour ends with half an hour', () => {
  const zone = 'Australia/Lord_Howe'
  const span = { from: at('2026-10-04', zone), until: at('2026-10-05', zone) }
  const { startsAt, endsAt } = calendarOf('hour', span, zone)
  expect(startsAt.length).toBe(24)
  expect(endsAt - (startsAt.at(-1) ?? 0)).toBe(30 * MINUTE)
})

test('nothing has no steps', () => {
  expect(count('day', '2026-10-25', '2026-10-25')).toBe(0)
})
