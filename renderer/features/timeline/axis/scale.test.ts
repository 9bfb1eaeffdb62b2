import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import {
  fitRange,
  NARROWEST_MS,
  ofWidth,
  panBy,
  snapAt,
  snapSteps,
  toAt,
  toX,
  WIDEST_MS,
  zoomAround,
} from './scale.ts'

const zone = 'Europe/Stockholm'
const widths = fc.integer({ min: 300, max: 4_000 })
const instants = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) })
const scales = fc
  .tuple(instants, fc.integer({ min: NARROWEST_MS, max: WIDEST_MS }), widths)
  .map(([from, span, width]) => ({ width, scale: fitRange(from, from + span, width) }))
const iso = (at: number) => new Date(at).toISOString()

test('a place on the screen and its instant lead to one another', () => {
  fc.assert(
    fc.property(scales, fc.double({ min: -5_000, max: 5_000, noNaN: true }), ({ scale }, x) => {
      expect(Math.abs(toX(scale, toAt(scale, x)) - x) * scale.msPerPx).toBeLessThanOrEqual(1)
    }),
  )
})

test('zooming keeps the time under the pointer and stays between two hours and two weeks', () => {
  const factors = fc.double({ min: 0.01, max: 100, noNaN: true })
  fc.assert(
    fc.property(scales, fc.nat(4_000), factors, ({ scale, width }, x, factor) => {
      const zoomed = zoomAround(scale, x, factor, width)
      expect(Math.abs(toAt(zoomed, x) - toAt(scale, x))).toBeLessThanOrEqual(2)
      const across = zoomed.msPerPx * width
      expect(across).toBeGreaterThanOrEqual(NARROWEST_MS * 0.999_999)
      expect(across).toBeLessThanOrEqual(WIDEST_MS * 1.000_001)
    }),
  )
})

test('zooming in and out again by the same measure changes nothing within the bounds', () => {
  const day = fitRange(0, DAY, 1_000)
  const there = zoomAround(day, 400, 2, 1_000)
  const back = zoomAround(there, 400, 0.5, 1_000)
  expect(back.msPerPx).toBeCloseTo(day.msPerPx)
  expect(back.originAt).toBeCloseTo(day.originAt)
})

test('panning there and back is where one was', () => {
  fc.assert(
    fc.property(scales, fc.integer({ min: -9_000, max: 9_000 }), ({ scale }, px) => {
      expect(Math.abs(panBy(panBy(scale, px), -px).originAt - scale.originAt)).toBeLessThan(1)
      expect(toX(panBy(scale, px), scale.originAt)).toBeCloseTo(-px, 3)
    }),
  )
})

test('a range that may be shown reaches from edge to edge', () => {
  const scale = fitRange(1_000, 1_000 + 6 * HOUR, 800)
  expect(toX(scale, 1_000)).toBeCloseTo(0)
  expect(toX(scale, 1_000 + 6 * HOUR)).toBeCloseTo(800)
})

test('a range too short to be shown alone stands in the middle', () => {
  const scale = fitRange(0, MINUTE, 1_000)
  expect(scale.msPerPx * 1_000).toBe(NARROWEST_MS)
  expect(toX(scale, MINUTE / 2)).toBeCloseTo(500)
})

test('a narrower screen shows less time at the same measure', () => {
  const scale = fitRange(0, DAY, 1_000)
  expect(ofWidth(scale, 600)).toEqual(scale)
  expect(ofWidth(fitRange(0, WIDEST_MS, 600), 1_200).msPerPx).toBe(WIDEST_MS / 1_200)
})

test('a snapped time stands on its step of the wall clock, and snapping it again moves nothing', () => {
  const zones = fc.constantFrom(zone, 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/St_Johns')
  fc.assert(
    fc.property(instants, fc.constantFrom(...snapSteps), zones, (at, step, timeZone) => {
      const snapped = snapAt(at, step, timeZone)
      const clock = Temporal.Instant.fromEpochMilliseconds(snapped).toZonedDateTimeISO(timeZone)
      expect(clock.second + clock.millisecond).toBe(0)
      expect(clock.minute % step).toBe(0)
      expect(snapAt(snapped, step, timeZone)).toBe(snapped)
    }),
  )
})

test('a snapped time is never further away than half a step', () => {
  // Many of them around the two nights of the year.
  const nights = fc
    .tuple(
      fc.constantFrom(Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1)),
      fc.integer({ min: -3 * HOUR, max: 3 * HOUR }),
    )
    .map(([night, by]) => night + by)
  fc.assert(
    fc.property(fc.oneof(instants, nights), fc.constantFrom(...snapSteps), (at, step) => {
      expect(Math.abs(snapAt(at, step, zone) - at)).toBeLessThanOrEqual((step * MINUTE) / 2)
    }),
  )
})

test('snapping to the hour crosses the night when the clocks change', () => {
  // 25 October 2026: 03:00 summer time becomes 02:00 winter time at 01:00 UTC.
  expect(iso(snapAt(Date.UTC(2026, 9, 25, 0, 40), 60, zone))).toBe('2026-10-25T01:00:00.000Z')
  expect(iso(snapAt(Date.UTC(2026, 9, 25, 1, 20), 60, zone))).toBe('2026-10-25T01:00:00.000Z')
  // 29 March 2026: 02:00 becomes 03:00 at 01:00 UTC.
  expect(iso(snapAt(Date.UTC(2026, 2, 29, 0, 50), 60, zone))).toBe('2026-03-29T01:00:00.000Z')
})
