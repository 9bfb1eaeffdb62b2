import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { aCurve, aLine, MIDNIGHT } from './load-fixture.ts'
import { settled, valuesOf } from './step-values.ts'

test('energy of an hour is its mean power, held until the hour ends', () => {
  const curve = aCurve([aLine('site', [6_000, null, 2_500])])
  const [line = aLine('site', [])] = curve.lines
  const at = valuesOf(curve, line, 'power', Infinity)
  expect(at(MIDNIGHT)).toBe(6)
  expect(at(MIDNIGHT + HOUR - 1)).toBe(6)
  expect(at(MIDNIGHT + HOUR)).toBeNull()
  expect(at(MIDNIGHT + 2 * HOUR)).toBe(2.5)
  expect(at(MIDNIGHT + 3 * HOUR)).toBeNull()
  expect(at(MIDNIGHT - 1)).toBeNull()
  expect(valuesOf(curve, line, 'energy', Infinity)(MIDNIGHT)).toBe(6)
})

test('the step under way counts as long as it has lasted', () => {
  const curve = aCurve([aLine('site', [1_000])])
  const [line = aLine('site', [])] = curve.lines
  expect(valuesOf(curve, line, 'power', MIDNIGHT + 15 * MINUTE)(MIDNIGHT)).toBe(4)
})

test('a phase shows its current', () => {
  const curve = aCurve([aLine('L1', [1_000, 2_000], { meanDa: [159, null] })])
  const [line = aLine('L1', [])] = curve.lines
  const at = valuesOf(curve, line, 'current', Infinity)
  expect([at(MIDNIGHT), at(MIDNIGHT + HOUR)]).toEqual([15.9, null])
})

test('what has not been told yet is left out at the end, and only there', () => {
  const curve = aCurve([aLine('a', [1, null, 1, null]), aLine('b', [1, null, 1, null])])
  const now = curve.endsAt
  const cut = settled(curve, now)
  expect(cut.startsAt).toHaveLength(3)
  expect(cut.endsAt).toBe(MIDNIGHT + 3 * HOUR)
  expect(cut.lines.map(({ energyWh }) => energyWh)).toEqual([
    [1, null, 1],
    [1, null, 1],
  ])
  expect(settled(curve, now + HOUR)).toBe(curve)
})

test('the step under way is told as far as it can be', () => {
  const half = aLine('a', [1, 1], { knownPct: [100, 40] })
  const curve = aCurve([half])
  expect(settled(curve, MIDNIGHT + 1.5 * HOUR)).toBe(curve)
  expect(settled(curve, MIDNIGHT + 1.9 * HOUR).startsAt).toHaveLength(1)
})

test('the mean powers of a curve hold its energy', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 90_000 }), { minLength: 1, maxLength: 48 }), (wh) => {
      const curve = aCurve([aLine('site', wh)])
      const [line = aLine('site', [])] = curve.lines
      const at = valuesOf(curve, line, 'power', Infinity)
      const energyKwh = curve.startsAt.reduce((sum, start) => sum + (at(start) ?? 0), 0)
      expect(energyKwh).toBeCloseTo(wh.reduce((sum, one) => sum + one, 0) / 1_000, 6)
    }),
  )
})
