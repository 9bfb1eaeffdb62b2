import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, HOUR } from '../../../../shared/time/instant.ts'
import { fitRange, NARROWEST_MS, panBy, toX, WIDEST_MS, zoomAround } from './scale.ts'
import { layerPlace, layerX, windowFor } from './time-window.ts'

const day = fitRange(0, DAY, 1_000)

test('the view always lies within its window, wherever one pans', () => {
  const spans = fc.integer({ min: NARROWEST_MS, max: WIDEST_MS })
  const steps = fc.array(fc.integer({ min: -2_500, max: 2_500 }), { maxLength: 30 })
  fc.assert(
    fc.property(spans, steps, (span, pans) => {
      let scale = fitRange(0, span, 900)
      let window = windowFor(scale, 900, null)
      for (const px of pans) {
        scale = panBy(scale, px)
        window = windowFor(scale, 900, window)
        expect(window.from).toBeLessThanOrEqual(scale.originAt)
        expect(window.until).toBeGreaterThanOrEqual(scale.originAt + 900 * scale.msPerPx)
      }
    }),
  )
})

test('a small step sideways draws nothing anew', () => {
  const window = windowFor(day, 1_000, null)
  expect(windowFor(panBy(day, 300), 1_000, window)).toBe(window)
  expect(windowFor(panBy(day, 3_000), 1_000, window)).not.toBe(window)
})

test('another zoom or another width is another window', () => {
  const window = windowFor(day, 1_000, null)
  expect(windowFor(zoomAround(day, 0, 1.1, 1_000), 1_000, window)).not.toBe(window)
  expect(windowFor(day, 900, window)).not.toBe(window)
})

test('it reaches twelve hours past a view of six, and half a screen past a view of a week', () => {
  const six = windowFor(fitRange(0, 6 * HOUR, 1_000), 1_000, null)
  expect(six.from).toBe(-12 * HOUR)
  expect(windowFor(fitRange(0, 7 * DAY, 1_000), 1_000, null).until).toBe(10.5 * DAY)
})

test('while one zooms the window is kept, drawn wider or narrower, as long as the view lies in it', () => {
  const spans = fc.integer({ min: NARROWEST_MS, max: WIDEST_MS })
  const factors = fc.array(fc.double({ min: 0.8, max: 1.25, noNaN: true }), { maxLength: 40 })
  fc.assert(
    fc.property(spans, factors, fc.integer({ min: 0, max: 900 }), (span, steps, x) => {
      let scale = fitRange(0, span, 900)
      let window = windowFor(scale, 900, null)
      for (const factor of steps) {
        scale = zoomAround(scale, x, factor, 900)
        window = windowFor(scale, 900, window, true)
        expect(window.from).toBeLessThanOrEqual(scale.originAt)
        expect(window.until).toBeGreaterThanOrEqual(scale.originAt + 900 * scale.msPerPx - 1)
        const { shift, stretch } = layerPlace(window, scale)
        const at = scale.originAt + 123 * scale.msPerPx
        expect(layerX(window, at) * stretch + shift).toBeCloseTo(123, 3)
      }
    }),
  )
  const window = windowFor(day, 1_000, null)
  expect(windowFor(zoomAround(day, 500, 1.5, 1_000), 1_000, window, true)).toBe(window)
  expect(windowFor(zoomAround(day, 500, 3, 1_000), 1_000, window, true)).not.toBe(window)
})

test('the layer shifted shows an instant where the scale puts it', () => {
  const window = windowFor(day, 1_000, null)
  const panned = panBy(day, 217)
  expect(layerX(window, 5 * HOUR) + layerPlace(window, panned).shift).toBeCloseTo(
    toX(panned, 5 * HOUR),
  )
})
