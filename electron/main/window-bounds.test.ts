import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fittingState, type Bounds } from './window-bounds.ts'

const screen: Bounds = { x: 0, y: 25, width: 1920, height: 1055 }

describe('a window', () => {
  test('opens where it was left', () => {
    const left = { bounds: { x: 40, y: 60, width: 1300, height: 800 }, maximised: true }
    expect(fittingState(left, [screen])).toEqual(left)
  })

  test('that lay on a screen which is gone opens in the middle of the first one', () => {
    const left = { bounds: { x: 2500, y: 60, width: 1300, height: 800 }, maximised: false }
    expect(fittingState(left, [screen]).bounds).toEqual({
      x: 240,
      y: 102,
      width: 1440,
      height: 900,
    })
  })

  test('always opens within reach, whatever was remembered', () => {
    const number = fc.oneof(fc.integer({ min: -5000, max: 5000 }), fc.double(), fc.constant(null))
    const remembered = fc.oneof(
      fc.anything(),
      fc.record({
        bounds: fc.record({ x: number, y: number, width: number, height: number }),
        maximised: fc.anything(),
      }),
    )
    fc.assert(
      fc.property(remembered, (value) => {
        const { bounds } = fittingState(value, [screen])
        expect(bounds.x).toBeGreaterThanOrEqual(screen.x)
        expect(bounds.y).toBeGreaterThanOrEqual(screen.y)
        expect(bounds.x + bounds.width).toBeLessThanOrEqual(screen.x + screen.width)
        expect(bounds.y + bounds.height).toBeLessThanOrEqual(screen.y + screen.height)
      }),
    )
  })
})
