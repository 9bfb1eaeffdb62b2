import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { needWh } from './need.ts'
import { mostWithin, taperMs } from './taper.ts'

const battery = (arrivalPct: number, departurePct: number, batteryWh = 60_000) =>
  ({ kind: 'soc', batteryWh, arrivalPct, departurePct }) as const

test('the last of a full battery takes three quarters of an hour longer at 11 kW', () => {
  const need = battery(20, 100)
  expect(taperMs(need, needWh(need), 11_000, 'AC_3_PHASE') / MINUTE).toBeCloseTo(45.3, 0)
})

test('a battery that isn’t to be filled so far takes no longer, nor one that nobody knows', () => {
  const need = battery(20, 80)
  expect(taperMs(need, needWh(need), 11_000, 'AC_3_PHASE')).toBe(0)
  expect(taperMs({ kind: 'energy', energyWh: 50_000 }, 50_000, 11_000, null)).toBe(0)
  expect(taperMs(null, 50_000, 11_000, null)).toBe(0)
})

test('on DC it begins earlier', () => {
  const need = battery(20, 80)
  expect(taperMs(need, needWh(need), 50_000, 'DC')).toBeGreaterThan(5 * MINUTE)
})

test('it never is less than none, grows with what it is filled to, and is less the stronger the charger', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 98 }),
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 2_000, max: 150_000 }),
      (arrival, more, maxW) => {
        const to = (departure: number): number => {
          const need = battery(arrival, departure)
          return taperMs(need, needWh(need), maxW, 'DC')
        }
        const departure = Math.min(99, arrival + more)
        if (departure <= arrival) return
        expect(to(departure)).toBeGreaterThanOrEqual(0)
        expect(to(departure + 1)).toBeGreaterThanOrEqual(to(departure))
        const need = battery(arrival, departure)
        expect(taperMs(need, needWh(need), 2 * maxW, 'DC')).toBeLessThanOrEqual(to(departure))
        expect(to(departure)).toBeLessThan(100 * HOUR)
      },
    ),
  )
})

test('what goes into a battery in so long is what its end leaves time for', () => {
  const need = battery(20, 100)
  const whole = needWh(need)
  const takesMs = (whole * HOUR) / 11_000
  const slowMs = taperMs(need, whole, 11_000, 'AC_3_PHASE')
  const within = (ms: number): number => mostWithin(need, whole, 11_000, 'AC_3_PHASE', ms)
  expect(within(HOUR)).toBeCloseTo(11_000, 3)
  expect(within(takesMs)).toBeLessThan(whole * 0.98)
  expect(within(takesMs + slowMs)).toBeCloseTo(whole, 0)
  expect(within(takesMs + slowMs + HOUR)).toBe(whole)
  expect(mostWithin({ kind: 'energy', energyWh: 22_000 }, 22_000, 11_000, null, HOUR)).toBe(11_000)
})

test('the time that the end of a battery takes and what goes in meanwhile tell the same', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 95 }),
      fc.integer({ min: 2_000, max: 150_000 }),
      fc.constantFrom('DC' as const, 'AC_3_PHASE' as const),
      (arrival, maxW, powerType) => {
        const need = battery(arrival, 100)
        const whole = needWh(need)
        const ms = (whole * HOUR) / maxW + taperMs(need, whole, maxW, powerType)
        expect(mostWithin(need, whole, maxW, powerType, ms)).toBeCloseTo(whole, 0)
        expect(mostWithin(need, whole, maxW, powerType, ms / 2)).toBeLessThan(whole)
      },
    ),
  )
})
