import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, HOUR } from '../../../../shared/time/instant.ts'
import { axisOf, daysIn } from './axis.ts'
import { fitRange, NARROWEST_MS, WIDEST_MS } from './scale.ts'
import { windowFor } from './time-window.ts'

const zone = 'Europe/Stockholm'

test('days lie end to end, also when they have 23 or 25 hours', () => {
  const days = daysIn({ from: Date.UTC(2026, 2, 27), until: Date.UTC(2026, 10, 2) }, zone)
  const lengths = new Set(days.map(({ from, until }) => (until - from) / HOUR))
  expect([...lengths].sort()).toEqual([23, 24, 25])
  days.forEach((day, index) => {
    if (index > 0) expect(day.from).toBe(days[index - 1]?.until)
  })
})

test('Saturday and Sunday are the weekend, and weeks begin on Monday', () => {
  const week = daysIn({ from: Date.UTC(2026, 2, 2), until: Date.UTC(2026, 2, 8, 20) }, zone)
  expect(week.map(({ weekend }) => weekend)).toEqual([
    false,
    false,
    false,
    false,
    false,
    true,
    true,
  ])
  expect(week[0]).toMatchObject({ monday: true, week: 10 })
})

test('two weeks are named by week and marked by day, a day by day and by the clock', () => {
  const monday = Date.UTC(2026, 2, 1, 23)
  const wide = axisOf(windowFor(fitRange(monday, monday + 14 * DAY, 1_000), 1_000, null), zone)
  expect(wide.tickKind).toBe('day')
  expect(wide.eras.every(({ kind }) => kind === 'week')).toBe(true)
  const close = axisOf(windowFor(fitRange(monday, monday + DAY, 1_000), 1_000, null), zone)
  expect(close.tickKind).toBe('clock')
  expect(close.eras.every(({ kind }) => kind === 'day')).toBe(true)
})

test('at every zoom the words of the axis have room', () => {
  const spans = fc.integer({ min: NARROWEST_MS, max: WIDEST_MS })
  fc.assert(
    fc.property(spans, fc.integer({ min: 500, max: 2_500 }), (span, width) => {
      const window = windowFor(fitRange(0, span, width), width, null)
      const { ticks, tickKind } = axisOf(window, zone)
      expect(ticks.length).toBeGreaterThan(1)
      if (tickKind === 'day') return
      const gaps = ticks.slice(1).map((at, index) => (at - (ticks[index] ?? 0)) / window.msPerPx)
      expect(Math.min(...gaps)).toBeGreaterThan(40)
    }),
    { numRuns: 60 },
  )
})
