import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allPhases, type Phase } from '../planning/problem.ts'
import { fallbackShares, type FallbackConnector } from './fallback.ts'
import { headroomUnder, type Bounds } from './headroom.ts'

const bounds = (limits: Partial<Bounds>): Bounds => ({
  voltageV: 230,
  limitW: null,
  limitDa: null,
  feeders: [],
  ...limits,
})
const connector = (id: string, more: Partial<FallbackConnector> = {}): FallbackConnector => ({
  id,
  phases: allPhases,
  feederId: null,
  mostDa: 160,
  ...more,
})

describe('shares that hold when nobody is there', () => {
  test('are even where there is enough for everybody', () => {
    const shares = fallbackShares([connector('a'), connector('b')], [], bounds({ limitDa: 250 }))
    expect(Object.fromEntries(shares)).toEqual({ a: 125, b: 125 })
  })

  test('are no more than what can come out', () => {
    const few = connector('a', { mostDa: 80 })
    const shares = fallbackShares([few, connector('b')], [], bounds({ limitDa: 200 }))
    expect(Object.fromEntries(shares)).toEqual({ a: 80, b: 120 })
  })

  test('go to the first in order where there aren’t 6 A for everybody', () => {
    const all = ['a', 'b', 'c', 'd'].map((id) => connector(id))
    const shares = fallbackShares(all, [], bounds({ limitDa: 150 }))
    expect(Object.fromEntries(shares)).toEqual({ a: 75, b: 75, c: 0, d: 0 })
  })

  test('leave what a charger draws that can’t be told', () => {
    const fixed = [{ w: 6_900, phases: allPhases, feederId: null }]
    const shares = fallbackShares([connector('a')], fixed, bounds({ limitW: 13_800 }))
    expect(shares.get('a')).toBe(100)
  })

  test('of one-phase connectors count on their own phase alone', () => {
    const ofPhase = (id: string, phase: Phase) => connector(id, { phases: [phase] })
    const all = [ofPhase('a', 'L1'), ofPhase('b', 'L1'), ofPhase('c', 'L2')]
    const shares = fallbackShares(all, [], bounds({ limitDa: 200 }))
    expect(Object.fromEntries(shares)).toEqual({ a: 100, b: 100, c: 160 })
  })

  test('stay within every limit, are 0 or at least 6 A, and leave nothing that could be given', () => {
    const someBounds = fc.record({
      voltageV: fc.constant(230),
      limitW: fc.option(fc.integer({ min: 0, max: 80_000 })),
      limitDa: fc.option(fc.integer({ min: 0, max: 1_000 })),
      feeders: fc.tuple(
        fc.record({
          id: fc.constant('f'),
          parentId: fc.constant(null),
          limitW: fc.option(fc.integer({ min: 0, max: 40_000 })),
          limitDa: fc.option(fc.integer({ min: 0, max: 500 })),
        }),
        fc.record({
          id: fc.constant('g'),
          parentId: fc.constantFrom('f', null),
          limitW: fc.option(fc.integer({ min: 0, max: 40_000 })),
          limitDa: fc.option(fc.integer({ min: 0, max: 500 })),
        }),
      ),
    })
    const someConnectors = fc
      .array(
        fc.record({
          phases: fc.subarray([...allPhases], { minLength: 1 }),
          feederId: fc.constantFrom('f', 'g', null),
          mostDa: fc.integer({ min: 0, max: 320 }),
        }),
        { maxLength: 15 },
      )
      .map((all) => all.map((one, at) => ({ ...one, id: String(at) })))
    fc.assert(
      fc.property(someBounds, someConnectors, (limits, all) => {
        const shares = fallbackShares(all, [], limits)
        const left = headroomUnder(limits)
        for (const one of all)
          left.add(one, ((shares.get(one.id) ?? 0) * one.phases.length * 230) / 10)
        expect(left.holds).toBe(true)
        for (const one of all) {
          const share = shares.get(one.id) ?? 0
          expect(share === 0 || (share >= 60 && share <= one.mostDa)).toBe(true)
          const more = share === 0 ? 60 : 1
          if (share + more <= one.mostDa)
            expect(left.fits(one, (more * one.phases.length * 230) / 10 - 0.1)).toBe(false)
        }
      }),
    )
  })
})
