import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { MIDNIGHT, STOCKHOLM } from './load-fixture.ts'
import { earlier, later, spans, stepped, stretchOf } from './span.ts'

const NOW = MIDNIGHT + 14 * HOUR + 7 * MINUTE
const anySpan = fc.constantFrom(...spans)
const anyMoment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) })

test('a day, a week, a month and a year begin at the site’s midnight', () => {
  const from = (span: (typeof spans)[number]) => stretchOf(span, null, NOW, STOCKHOLM).from
  expect(from('day')).toBe(MIDNIGHT)
  expect(from('week')).toBe(MIDNIGHT)
  expect(from('month')).toBe(MIDNIGHT - DAY)
  expect(from('year')).toBe(Date.UTC(2025, 11, 31, 23))
})

test('live is the last sixty minutes, an hour gone by is the clock’s', () => {
  expect(stretchOf('hour', null, NOW, STOCKHOLM)).toEqual({ from: NOW - HOUR, until: NOW })
  const then = stretchOf('hour', NOW - 3 * HOUR, NOW, STOCKHOLM)
  expect(then).toEqual({ from: MIDNIGHT + 11 * HOUR, until: MIDNIGHT + 12 * HOUR })
})

test('the days when the clocks change have 23 and 25 hours', () => {
  const lasts = (at: number) => {
    const { from, until } = stretchOf('day', at, NOW, STOCKHOLM)
    return (until - from) / HOUR
  }
  expect(lasts(Date.UTC(2026, 2, 29, 12))).toBe(23)
  expect(lasts(Date.UTC(2026, 9, 25, 12))).toBe(25)
})

test('what is stepped to touches what was shown, and a step back leads to it again', () => {
  fc.assert(
    fc.property(anySpan, anyMoment, (span, at) => {
      const shown = stretchOf(span, at, NOW, STOCKHOLM)
      const moved = stepped(span, at, 1, NOW, STOCKHOLM)
      const next = stretchOf(span, moved ?? NOW, NOW, STOCKHOLM)
      expect(next.from).toBe(shown.until)
      const back = stepped(span, moved ?? NOW, -1, NOW, STOCKHOLM)
      expect(stretchOf(span, back ?? NOW, NOW, STOCKHOLM)).toEqual(shown)
    }),
  )
})

test('a step into the present is back to now', () => {
  expect(stepped('day', NOW - DAY, 1, NOW, STOCKHOLM)).toBeNull()
  expect(stepped('day', null, -1, NOW, STOCKHOLM)).toBe(MIDNIGHT - DAY)
})

test('noon is compared with noon, though the clocks were changed between', () => {
  const noon = Date.UTC(2026, 2, 29, 10)
  expect(earlier('day', noon, STOCKHOLM)).toBe(Date.UTC(2026, 2, 28, 11))
  expect(later('day', Date.UTC(2026, 2, 28, 11), STOCKHOLM)).toBe(noon)
})
