import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allPhases } from '../planning/problem.ts'
import { givenAway, type Taker } from './given-away.ts'
import { headroomUnder, type Bounds } from './headroom.ts'

const bounds: Bounds = { voltageV: 230, limitW: 22_000, limitDa: null, feeders: [] }
const taker = (id: string, allowedW: number, more: Partial<Taker> = {}): Taker => ({
  id,
  allowedW,
  keepsW: null,
  usesW: null,
  rank: 0,
  phases: allPhases,
  feederId: null,
  ...more,
})

describe('what a car doesn’t take', () => {
  test('goes to the one with the least time left that could use it', () => {
    const takers = [
      taker('full', 11_000, { keepsW: 4_140 }),
      taker('calm', 5_000, { usesW: 11_000, rank: 2 }),
      taker('hurried', 5_000, { usesW: 11_000, rank: 1 }),
    ]
    expect(Object.fromEntries(givenAway(takers, [], bounds))).toEqual({
      full: 4_140,
      calm: 5_860,
      hurried: 11_000,
    })
  })

  test('stays its own as long as nobody asks', () => {
    const takers = [taker('full', 11_000, { keepsW: 4_140 }), taker('happy', 11_000)]
    expect(givenAway(takers, [], bounds).get('full')).toBe(11_000)
  })

  test('doesn’t wake a car that is planned to wait', () => {
    const takers = [taker('full', 11_000, { keepsW: 4_140 }), taker('waits', 0, { usesW: 11_000 })]
    expect(givenAway(takers, [], bounds).get('waits')).toBe(0)
  })

  test('is shared without anybody drawing more in all than was planned, or than the bounds bear', () => {
    const someTakers = fc
      .array(
        fc.record({
          phases: fc.subarray([...allPhases], { minLength: 1 }),
          feederId: fc.constantFrom('f', null),
          allowedW: fc.nat(7_000),
          keepsW: fc.option(fc.nat(7_000)),
          usesW: fc.option(fc.nat(22_000)),
          rank: fc.nat(3),
        }),
        { maxLength: 12 },
      )
      .map((takers) => takers.map((one, at) => ({ ...one, id: String(at) })))
    const site = {
      voltageV: 230,
      limitW: 60_000,
      limitDa: 900,
      feeders: [{ id: 'f', parentId: null, limitW: 30_000, limitDa: 500 }],
    }
    fc.assert(
      fc.property(someTakers, (takers) => {
        const before = headroomUnder(site)
        for (const one of takers) before.add(one, one.allowedW)
        fc.pre(before.holds)
        const after = givenAway(takers, [], site)
        const left = headroomUnder(site)
        for (const one of takers) {
          const w = after.get(one.id) ?? 0
          left.add(one, w)
          if (w > one.allowedW) expect(w).toBeLessThanOrEqual(one.usesW ?? 0)
          if (w < one.allowedW) expect(w).toBeGreaterThanOrEqual(one.keepsW ?? Infinity)
        }
        expect(left.holds).toBe(true)
        const sum = (all: Iterable<number>) => [...all].reduce((a, b) => a + b, 0)
        expect(sum(after.values())).toBeLessThanOrEqual(sum(takers.map((one) => one.allowedW)))
      }),
    )
  })
})
