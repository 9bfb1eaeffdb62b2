import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CurvePoint } from '../../../shared/contract/transaction.ts'
import { thin } from './curve.ts'

const curve = fc
  .array(
    fc.record({ gap: fc.integer({ min: 1, max: 5_000 }), powerW: fc.option(fc.nat(50_000)) }),
    { maxLength: 400 },
  )
  .map((steps) => {
    let at = 0
    return steps.map(({ gap, powerW }): CurvePoint => ({
      at: (at += gap),
      powerW,
      energyWh: null,
      socPct: null,
    }))
  })

test('a thinned curve is short, in order, made of real points, and keeps its ends and its peak', () => {
  fc.assert(
    fc.property(curve, fc.integer({ min: 3, max: 100 }), (points, most) => {
      const kept = thin(points, most)
      expect(kept.length).toBeLessThanOrEqual(Math.max(most + 1, 3))
      expect(kept.every((point) => points.includes(point))).toBe(true)
      expect(kept).toEqual(kept.toSorted((a, b) => a.at - b.at))
      expect(kept[0]).toBe(points[0])
      expect(kept.at(-1)).toBe(points.at(-1))
      const peak = (list: CurvePoint[]) => Math.max(-1, ...list.map(({ powerW }) => powerW ?? -1))
      expect(peak(kept)).toBe(peak(points))
    }),
  )
})
