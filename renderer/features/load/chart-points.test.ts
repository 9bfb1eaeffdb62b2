import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredPlan } from '../../../shared/domain/planning/stored-plan.ts'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { chartPoints, stepAround } from './chart-points.ts'
import type { ChartParts } from './chart-points.ts'
import { aCurve, aLine, MIDNIGHT } from './load-fixture.ts'
import { valuesOf } from './step-values.ts'

const NOW = MIDNIGHT + 3 * HOUR
const nothing = () => null
const plan: StoredPlan = {
  id: 'plan',
  plannedAt: NOW,
  startsAt: NOW,
  slotMs: 15 * MINUTE,
  baseW: [0, 0, 0, 0],
  limitW: null,
  plannedW: [40_000, 30_000, 20_000, 10_000],
  peakW: 40_000,
  provenPeakW: 25_000,
  cost: null,
  critical: [],
  unmet: 0,
}

function partsOf(energies: (number | null)[][], words: Partial<ChartParts> = {}): ChartParts {
  const curve = aCurve(energies.map((wh, index) => aLine(`s${index}`, wh)))
  return {
    stretch: { from: MIDNIGHT, until: MIDNIGHT + 24 * HOUR },
    curve,
    measure: 'power',
    stacked: true,
    lines: curve.lines.map((line) => valuesOf(curve, line, 'power', NOW)),
    base: nothing,
    greatest: nothing,
    compared: null,
    plan: null,
    limit: [{ at: MIDNIGHT, limit: 100_000 }],
    now: NOW,
    ...words,
  }
}
const pointAt = (parts: ChartParts, at: number) =>
  chartPoints(parts).find((point) => point.at === at)

test('lines stand on one another and on the building, and the whole is their sum', () => {
  const parts = partsOf(
    [
      [2_000, 2_000, 2_000],
      [3_000, null, 1_000],
    ],
    { base: () => 5 },
  )
  expect(pointAt(parts, MIDNIGHT)).toMatchObject({
    areas: [
      [5, 7],
      [7, 10],
    ],
    total: 10,
    base: 5,
  })
  // One that is not known does not tear those above it.
  expect(pointAt(parts, MIDNIGHT + HOUR)?.areas).toEqual([
    [5, 7],
    [7, 7],
  ])
})

test('where nothing is known nothing is drawn, and nothing is summed', () => {
  const point = pointAt(partsOf([[1_000, null, 1_000]]), MIDNIGHT + HOUR)
  expect(point).toMatchObject({ areas: [null], values: [null], total: null })
})

test('a step before a gap is drawn to its end', () => {
  const points = chartPoints(partsOf([[1_000, null, 1_000]]))
  const end = points.find(({ at }) => at === MIDNIGHT + HOUR - 1)
  expect(end?.values).toEqual([1])
  const step = stepAround(points, MIDNIGHT + HOUR - 1)
  expect([step?.from, step?.until]).toEqual([MIDNIGHT + 45 * MINUTE, MIDNIGHT + HOUR])
})

test('the plan is drawn from now on, and what is proven as far as the plan reaches', () => {
  const parts = partsOf([[1_000, 1_000, 1_000]], { plan })
  expect(pointAt(parts, NOW - HOUR)?.planned).toBeNull()
  expect(pointAt(parts, NOW)).toMatchObject({ planned: 40, proven: 25 })
  expect(pointAt(parts, NOW + 45 * MINUTE)).toMatchObject({ planned: 10, proven: 25 })
  expect(pointAt(parts, NOW + 2 * HOUR)).toMatchObject({ planned: null, proven: null })
})

test('the limit is in the unit of the chart', () => {
  expect(pointAt(partsOf([[1]]), MIDNIGHT)?.limit).toBe(100)
  expect(pointAt(partsOf([[1]], { measure: 'current' }), MIDNIGHT)?.limit).toBe(10_000)
})

test('points ascend, stay within the chart, and never show another sum than their lines', () => {
  const energies = fc.array(fc.option(fc.nat({ max: 30_000 })), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(
      fc.array(energies, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      (lines, stacked) => {
        const parts = partsOf(lines, { stacked, plan })
        const points = chartPoints(parts)
        for (const [index, { at, values, areas, total }] of points.entries()) {
          expect(at).toBeGreaterThan(points[index - 1]?.at ?? -Infinity)
          expect(at).toBeLessThanOrEqual(parts.stretch.until)
          if (total === null) expect(values.every((value) => value === null)).toBe(true)
          else
            expect(total).toBeCloseTo(values.reduce<number>((sum, value) => sum + (value ?? 0), 0))
          if (stacked && total !== null) expect(areas.at(-1)?.[1]).toBeCloseTo(total)
        }
      },
    ),
  )
})
