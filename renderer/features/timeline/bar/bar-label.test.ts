import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsThatFit, textPx } from './bar-label.ts'

const parts = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 6 })

test('a longer text is wider', () => {
  expect(textPx('ABC 123')).toBeGreaterThan(textPx('ABC'))
  expect(textPx('')).toBe(0)
})

test('the most important parts come first, and all of them where there is room', () => {
  expect(partsThatFit([50, 40, 30], 400)).toBe(3)
  expect(partsThatFit([50, 40, 30], 100)).toBe(2)
  expect(partsThatFit([50, 40, 30], 60)).toBe(1)
})

test('the first part is shown cut rather than not at all, but not as a sliver', () => {
  expect(partsThatFit([50], 30)).toBe(1)
  expect(partsThatFit([50], 10)).toBe(0)
})

test('more room never shows less', () => {
  fc.assert(
    fc.property(parts, fc.nat(600), fc.nat(200), (widths, px, more) => {
      expect(partsThatFit(widths, px + more)).toBeGreaterThanOrEqual(partsThatFit(widths, px))
      expect(partsThatFit(widths, px)).toBeLessThanOrEqual(widths.length)
    }),
  )
})
