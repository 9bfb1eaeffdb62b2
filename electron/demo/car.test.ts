import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carMaxW, charge, drawW, efficiencyAt, socPercent } from './car.ts'
import type { Car } from './car.ts'
import { flowThrough, outletMaxW } from './outlet.ts'
import type { Outlet } from './outlet.ts'

const HOUR_MS = 3_600_000

const anyOutlet: fc.Arbitrary<Outlet> = fc.oneof(
  fc.record({
    kind: fc.constant('ac' as const),
    phases: fc.constantFrom(1 as const, 3 as const),
    maxCurrentA: fc.integer({ min: 6, max: 63 }),
  }),
  fc.record({
    kind: fc.constant('dc' as const),
    maxPowerW: fc.integer({ min: 20_000, max: 350_000 }),
    voltageV: fc.constantFrom(400, 800),
  }),
)

const anyCar: fc.Arbitrary<Car> = fc
  .record({
    capacityWh: fc.integer({ min: 8_000, max: 120_000 }),
    filled: fc.double({ min: 0, max: 1, noNaN: true }),
    wanted: fc.double({ min: 0.2, max: 1, noNaN: true }),
    acPhases: fc.constantFrom(1 as const, 3 as const),
    acMaxCurrentA: fc.constantFrom(16, 20, 32),
    dcMaxW: fc.integer({ min: 10_000, max: 250_000 }),
  })
  .map(({ filled, wanted, capacityWh, ...rest }) => ({
    ...rest,
    plate: 'ABC 123',
    capacityWh,
    storedWh: capacityWh * Math.min(filled, wanted),
    targetWh: capacityWh * wanted,
  }))
const anyDuration = fc.integer({ min: 0, max: 12 * HOUR_MS })

describe('a charging car', () => {
  it('draws no more than either the car or the connector can bear', () => {
    fc.assert(
      fc.property(anyCar, anyOutlet, (car, outlet) => {
        expect(drawW(car, outlet)).toBeLessThanOrEqual(carMaxW(car, outlet))
        expect(drawW(car, outlet)).toBeLessThanOrEqual(outletMaxW(outlet))
      }),
    )
  })

  it('is metered for what its battery gained and what the charger lost, never more', () => {
    fc.assert(
      fc.property(anyCar, anyOutlet, anyDuration, (car, outlet, durationMs) => {
        const { car: after, meteredWh } = charge(car, outlet, durationMs)
        const gainedWh = after.storedWh - car.storedWh
        expect(meteredWh * efficiencyAt(outlet)).toBeCloseTo(gainedWh, 6)
        const mostWh = (carMaxW(car, outlet) * durationMs) / HOUR_MS
        expect(meteredWh).toBeLessThanOrEqual(mostWh + 1e-6)
      }),
    )
  })

  it('never loses charge, nor goes beyond its target', () => {
    fc.assert(
      fc.property(anyCar, anyOutlet, anyDuration, anyDuration, (car, outlet, first, second) => {
        const once = charge(car, outlet, first).car
        const twice = charge(once, outlet, second).car
        expect(socPercent(once)).toBeGreaterThanOrEqual(socPercent(car))
        expect(socPercent(twice)).toBeGreaterThanOrEqual(socPercent(once))
        expect(twice.storedWh).toBeLessThanOrEqual(car.targetWh)
      }),
    )
  })

  it('fills up in the end and then asks for nothing', () => {
    fc.assert(
      fc.property(anyCar, anyOutlet, (car, outlet) => {
        const full = charge(car, outlet, 1_000 * HOUR_MS).car
        expect(full.storedWh).toBe(full.targetWh)
        expect(drawW(full, outlet)).toBe(0)
      }),
      { numRuns: 20 },
    )
  })

  it('takes the same energy in one long stretch as in the meter’s short ones', () => {
    const car: Car = {
      plate: 'ABC 123',
      capacityWh: 60_000,
      storedWh: 12_000,
      targetWh: 60_000,
      acPhases: 3,
      acMaxCurrentA: 16,
      dcMaxW: 100_000,
    }
    const outlet: Outlet = { kind: 'ac', phases: 3, maxCurrentA: 32 }
    const whole = charge(car, outlet, 2 * HOUR_MS).meteredWh
    let pieces = 0
    for (let minute = 0, at = car; minute < 120; minute += 1) {
      const step = charge(at, outlet, 60_000)
      pieces += step.meteredWh
      at = step.car
    }
    expect(pieces).toBeCloseTo(whole, 3)
    expect(whole).toBeCloseTo(2 * 11_040, 3)
  })
})

describe('a flow', () => {
  it('adds up: the phases’ powers are the whole, volts times amperes are each phase', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1 as const, 3 as const),
        fc.integer({ min: 1, max: 3 }),
        fc.double({ min: 0, max: 22_000, noNaN: true }),
        fc.double({ min: 210, max: 250, noNaN: true }),
        (phases, wanted, watts, volts) => {
          const used = Math.min(phases, wanted)
          const flow = flowThrough({ kind: 'ac', phases, maxCurrentA: 32 }, watts, used, volts)
          const sum = flow.phases.reduce((total, phase) => total + phase.powerW, 0)
          expect(flow.phases).toHaveLength(phases)
          expect(sum).toBeCloseTo(watts, 6)
          for (const phase of flow.phases) {
            expect(phase.currentA * phase.voltageV).toBeCloseTo(phase.powerW, 6)
          }
        },
      ),
    )
  })
})
