import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MINUTE } from '../../time/instant.ts'
import { inPeriods, limitsOf, powersOf, type CarTerms } from './limits.ts'
import { stepsFrom, valueAt, type Steps } from './steps.ts'

const threePhase: CarTerms = { phases: 3, voltageV: 230, leastDa: 60, suspendable: true }
const SLOT = 15 * MINUTE

const someSteps = fc
  .array(fc.integer({ min: 0, max: 22_000 }), { minLength: 1, maxLength: 60 })
  .map((powers): Steps => powers.map((w, slot) => [slot * SLOT, w]))
const someCar = fc.record({
  phases: fc.constantFrom(1, 2, 3),
  voltageV: fc.integer({ min: 100, max: 260 }),
  leastDa: fc.constantFrom(0, 60),
  suspendable: fc.boolean(),
})
const someUnit = fc.constantFrom('A', 'W' as const)

describe('a power as a limit', () => {
  test('11 kW on three phases are 15.9 A on each, rounded down', () => {
    expect(limitsOf([[0, 11_000]], 'A', threePhase)).toEqual([[0, 159]])
  })

  test('amperes are of each phase, never all together', () => {
    expect(limitsOf([[0, 3_680]], 'A', { ...threePhase, phases: 1 })).toEqual([[0, 160]])
  })

  test('watts are over all phases, and whole', () => {
    expect(limitsOf([[0, 7_360.9]], 'W', threePhase)).toEqual([[0, 73_600]])
  })

  test('below 6 A there is nothing', () => {
    const limits = limitsOf(
      [
        [0, 4_140],
        [SLOT, 4_139],
        [2 * SLOT, 0],
      ],
      'A',
      threePhase,
    )
    expect(limits).toEqual([
      [0, 60],
      [SLOT, 0],
    ])
  })

  test('a car that wouldn’t begin again gets its least instead of nothing', () => {
    expect(limitsOf([[0, 0]], 'A', { ...threePhase, suspendable: false })).toEqual([[0, 60]])
    expect(limitsOf([[0, 0]], 'W', { ...threePhase, suspendable: false })).toEqual([[0, 41_400]])
  })

  test('it never allows more than the plan, and loses less than a tenth', () => {
    fc.assert(
      fc.property(someSteps, someCar, someUnit, (powers, car, unit) => {
        const leastW = (car.leastDa * car.phases * car.voltageV) / 10
        const allowed = powersOf(limitsOf(powers, unit, car), unit, car)
        for (const [at, w] of powers) {
          const mayW = valueAt(allowed, at)
          if (w < leastW) expect(mayW).toBe(car.suspendable ? 0 : leastW)
          else {
            expect(mayW).toBeLessThanOrEqual(w + 1e-6)
            expect(w - mayW).toBeLessThan(unit === 'A' ? (car.phases * car.voltageV) / 10 : 1)
          }
        }
      }),
    )
  })
})

describe('in few periods', () => {
  test('what comes first is told exactly, and of the rest those are merged that differ least, to the lower limit', () => {
    const limits: Steps = [160, 150, 60, 0, 100, 90].map((limit, slot) => [slot * SLOT, limit])
    expect(inPeriods(limits, 0, 6 * SLOT, 5)).toEqual([
      [0, 160],
      [SLOT, 150],
      [2 * SLOT, 60],
      [3 * SLOT, 0],
      [4 * SLOT, 90],
    ])
    expect(inPeriods(limits, 0, 6 * SLOT, 4)).toEqual([
      [0, 160],
      [SLOT, 150],
      [2 * SLOT, 0],
      [4 * SLOT, 90],
    ])
    expect(inPeriods(limits, 0, 6 * SLOT, 1)).toEqual([[0, 0]])
  })

  test('never more of them than the charger takes, never more allowed than before', () => {
    fc.assert(
      fc.property(
        someSteps,
        fc.integer({ min: 1, max: 30 }),
        fc.nat(20),
        (limits, most, slotsGone) => {
          const from = slotsGone * SLOT + MINUTE
          const periods = inPeriods(limits, from, 100 * SLOT, most)
          expect(periods.length).toBeLessThanOrEqual(most)
          expect(periods[0]?.[0]).toBe(from)
          for (const at of [from, ...limits.map(([start]) => start)])
            if (at >= from) expect(valueAt(periods, at)).toBeLessThanOrEqual(valueAt(limits, at))
        },
      ),
    )
  })

  test('as they are where there is room for all', () => {
    fc.assert(
      fc.property(someSteps, (limits) => {
        expect(inPeriods(limits, 0, 100 * SLOT, 60)).toEqual(stepsFrom(limits, 0))
      }),
    )
  })
})
