import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allPhases } from '../planning/problem.ts'
import { allowancesAt, type Drawer } from './allowance.ts'
import { headroomUnder, type Bounds } from './headroom.ts'

const bounds: Bounds = { voltageV: 230, limitW: 22_000, limitDa: null, feeders: [] }
const car = (id: string, wantedW: number, rank = 0): Drawer => ({
  id,
  wantedW,
  leastW: 4_140,
  rank,
  phases: allPhases,
  feederId: null,
})

describe('what each car may draw now', () => {
  test('is what is planned, as long as that fits', () => {
    const allowed = allowancesAt([car('a', 11_000), car('b', 11_000)], [], bounds)
    expect(Object.fromEntries(allowed)).toEqual({ a: 11_000, b: 11_000 })
  })

  test('is less where a charger takes what it wants: everybody’s least first, then by rank', () => {
    const cars = [car('a', 11_000, 2), car('b', 11_000, 1)]
    const ignoring = [{ w: 7_360, phases: allPhases, feederId: null }]
    const allowed = allowancesAt(cars, ignoring, bounds)
    expect(Object.fromEntries(allowed)).toEqual({ a: 4_140, b: 10_500 })
  })

  test('is nothing for the last where there isn’t 6 A for all', () => {
    const cars = [car('a', 11_000, 1), car('b', 11_000, 2)]
    const allowed = allowancesAt(cars, [{ ...car('', 0), w: 16_000 }], bounds)
    expect(Object.fromEntries(allowed)).toEqual({ a: 6_000, b: 0 })
  })

  test('is cut first for those that are planned less than their least: they can charge another time', () => {
    const cars = [{ ...car('a', 4_140), mayWait: true }, car('b', 11_000, 1), car('c', 9_000, 2)]
    expect(Object.fromEntries(allowancesAt(cars, [], bounds))).toEqual({
      a: 0,
      b: 11_000,
      c: 9_000,
    })
    const roomy = { ...bounds, limitW: 24_140 }
    expect(allowancesAt(cars, [], roomy).get('a')).toBe(4_140)
  })

  test('never comes to more than the bounds, nor to more than anybody wants', () => {
    const somePlace = {
      phases: fc.subarray([...allPhases], { minLength: 1 }),
      feederId: fc.constantFrom('f', null),
    }
    const someCars = fc
      .array(
        fc.record({
          ...somePlace,
          wantedW: fc.integer({ min: 0, max: 22_000 }),
          leastW: fc.constantFrom(0, 1_380, 4_140),
          rank: fc.nat(5),
          mayWait: fc.boolean(),
        }),
        { maxLength: 12 },
      )
      .map((cars) => cars.map((one, at) => ({ ...one, id: String(at) })))
    const someReserved = fc.array(fc.record({ ...somePlace, w: fc.nat(11_000) }), { maxLength: 3 })
    const someBounds = fc.record({
      limitW: fc.option(fc.integer({ min: 40_000, max: 90_000 })),
      limitDa: fc.option(fc.integer({ min: 700, max: 1_500 })),
    })
    fc.assert(
      fc.property(someCars, someReserved, someBounds, (cars, reserved, limits) => {
        const site = {
          voltageV: 230,
          ...limits,
          feeders: [{ id: 'f', parentId: null, limitW: 36_000, limitDa: 600 }],
        }
        const fixed = headroomUnder(site)
        for (const draw of reserved) fixed.add(draw, draw.w)
        fc.pre(fixed.holds)
        const allowed = allowancesAt(cars, reserved, site)
        for (const one of cars) {
          const w = allowed.get(one.id) ?? 0
          fixed.add(one, w)
          expect(w).toBeLessThanOrEqual(one.wantedW)
          expect(w === 0 || w >= Math.min(one.leastW, one.wantedW)).toBe(true)
        }
        expect(fixed.holds).toBe(true)
      }),
    )
  })
})
