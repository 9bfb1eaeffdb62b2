import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { timeTicks } from './time-ticks.ts'

const zone = 'Europe/Stockholm'
const iso = (at: number) => new Date(at).toISOString()

test('ticks stand on round clock times of the site', () => {
  const from = Date.UTC(2026, 6, 1, 9, 7)
  expect(timeTicks(from, from + HOUR, 6, zone).map(iso)).toEqual([
    '2026-07-01T09:10:00.000Z',
    '2026-07-01T09:20:00.000Z',
    '2026-07-01T09:30:00.000Z',
    '2026-07-01T09:40:00.000Z',
    '2026-07-01T09:50:00.000Z',
    '2026-07-01T10:00:00.000Z',
  ])
})

test('a week is marked at its midnights', () => {
  const from = Date.UTC(2026, 6, 1, 12)
  const clocks = timeTicks(from, from + 7 * DAY, 7, zone).map(iso)
  expect(clocks).toHaveLength(7)
  expect(clocks.every((clock) => clock.endsWith('T22:00:00.000Z'))).toBe(true)
})

test('steps of hours go by the face of the clock on days of 23 and of 25 hours', () => {
  for (const midnight of [Date.UTC(2026, 2, 28, 23), Date.UTC(2026, 9, 24, 22)]) {
    const hours = timeTicks(midnight, midnight + 22 * HOUR, 5, zone).map(
      (at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).hour,
    )
    expect(hours).toEqual([0, 6, 12, 18])
  }
})

test('ticks stay round after the clocks have changed', () => {
  const midnight = Date.UTC(2026, 9, 24, 22)
  const hours = timeTicks(midnight, midnight + 25 * HOUR, 5, zone).map((at) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime().toString(),
  )
  expect(hours).toContain('00:00:00')
})

test('ticks lie within the stretch, in order, and are never too many', () => {
  const spans = fc.integer({ min: MINUTE, max: 400 * DAY })
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2e12 }),
      spans,
      fc.integer({ min: 2, max: 12 }),
      (from, span, most) => {
        const ticks = timeTicks(from, from + span, most, zone)
        expect(ticks.length).toBeLessThanOrEqual(most + 1)
        expect(ticks).toEqual([...new Set(ticks)].toSorted((a, b) => a - b))
        expect(ticks.every((at) => at >= from && at <= from + span)).toBe(true)
      },
    ),
  )
})
