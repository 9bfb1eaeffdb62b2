import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { figuresOf } from './load-figures.ts'
import { aCurve, aLine, MIDNIGHT } from './load-fixture.ts'

const LATER = MIDNIGHT + 1_000 * HOUR

test('energy, peak, mean and load factor of two lines together', () => {
  const curve = aCurve([aLine('a', [1_000, 4_000]), aLine('b', [1_000, 2_000])])
  expect(figuresOf(curve, null, LATER)).toEqual({
    energyWh: 8_000,
    peakW: 6_000,
    peakAt: MIDNIGHT + HOUR,
    meanW: 4_000,
    factorPct: 67,
    knownPct: 100,
    knownUntil: MIDNIGHT + 2 * HOUR,
  })
})

test('what is not known counts neither as nought nor as time', () => {
  const curve = aCurve([aLine('a', [2_000, null, 4_000, null])])
  const figures = figuresOf(curve, null, LATER)
  expect(figures).toMatchObject({ meanW: 3_000, knownPct: 50, knownUntil: MIDNIGHT + 3 * HOUR })
})

test('a peak of finer steps goes before the chart’s own, unless the hour under way is higher', () => {
  const curve = aCurve([aLine('a', [6_000, 4_000])])
  const fine = { at: MIDNIGHT + 15 * MINUTE, meanW: 9_000 }
  expect(figuresOf(curve, fine, LATER)).toMatchObject({ peakW: 9_000, peakAt: fine.at })
  const now = MIDNIGHT + HOUR + 15 * MINUTE
  expect(figuresOf(curve, fine, now)).toMatchObject({ peakW: 16_000, peakAt: MIDNIGHT + HOUR })
})

test('of nothing nothing is known', () => {
  const figures = figuresOf(aCurve([]), null, LATER)
  expect(figures).toMatchObject({ energyWh: 0, peakW: null, meanW: null, knownUntil: null })
})

test('the mean never lies above the peak', () => {
  const energies = fc.array(fc.option(fc.nat({ max: 90_000 })), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(energies, fc.nat({ max: 40 * 60 }), (wh, minutes) => {
      const { meanW, peakW, factorPct } = figuresOf(
        aCurve([aLine('a', wh)]),
        null,
        MIDNIGHT + minutes * MINUTE,
      )
      expect(meanW ?? 0).toBeLessThanOrEqual(peakW ?? 0)
      expect(factorPct ?? 0).toBeLessThanOrEqual(100)
    }),
  )
})
